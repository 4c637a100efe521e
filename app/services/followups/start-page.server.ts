import type { Exceptions } from "#app/domain/followups/exceptions";
import type { StartAside } from "#app/domain/followups/start-aside";
import type { Actor } from "#app/domain/identity/actor";
import type { Todo } from "#app/domain/matching/todo";
import type { ContactTodo } from "#app/domain/organisations/contact-todo";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { type ExceptionFilter, exceptionsIn } from "#app/services/followups/list-exceptions.server";
import { todoIn } from "#app/services/matching/list-todo.server";
import { contactTodoIn } from "#app/services/organisations/list-contact-todo.server";
import { type CaseTodo, caseTodoIn } from "#app/services/profiles/list-case-todo.server";
import { type OwnTasks, ownTasksIn } from "#app/services/profiles/list-own-tasks.server";
import { type UnreadComments, unreadCommentsIn } from "#app/services/profiles/unread-comments.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { readStartAside } from "#db/queries/start-aside.server";

/** The coordinator's start page. `today` is an ISO date. */
export type StartPage = {
  today: string;
  exceptions: Exceptions;
  todo: Todo;
  contacts: ContactTodo;
  cases: CaseTodo;
  comments: UnreadComments;
  tasks: OwnTasks;
  aside: StartAside;
};

/**
 * Everything that asks for a coordinator, exceptions first: one transaction whose statements are sent together, and one audit
 * event for all that was shown. Errors: `forbidden`.
 */
export function readStartPage(
  actor: Actor,
  filter: ExceptionFilter = {},
): Promise<Outcome<{ page: StartPage }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { associationId, userId } = actor;
    if (actor.role !== "coordinator" || associationId === null) {
      await recordDenied(tx, actor, "proposal.todo", "todo");
      return fail("forbidden");
    }
    const day = today();
    const [exceptions, todo, contacts, cases, comments, tasks, aside] = await Promise.all([
      exceptionsIn(tx, actor, filter),
      todoIn(tx, actor),
      contactTodoIn(tx, actor),
      caseTodoIn(tx, actor),
      unreadCommentsIn(tx, actor),
      ownTasksIn(tx, actor),
      readStartAside(tx, { associationId, userId, today: day }),
      recordEvent(tx, actor, {
        action: "exceptions.listed",
        associationId,
        participantId: null,
        subject: "start",
      }),
    ]);
    if (!exceptions || !todo || !contacts || !cases || !comments || !tasks) return fail("forbidden");
    return done({ page: { today: day, exceptions, todo, contacts, cases, comments, tasks, aside } });
  });
}
