import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { alertList } from "#app/components/followups/alert-rows";
import { contactTodoLists } from "#app/components/organisations/contact-todo-lists";
import { commentList } from "#app/components/profiles/comment-rows";
import { caseTodoLists } from "#app/components/profiles/referral/case-todo-rows";
import { taskList } from "#app/components/profiles/task-rows";
import { TodoAside } from "#app/components/proposals/todo-aside";
import { type TodoList, todoLists } from "#app/components/proposals/todo-rows";
import { TodoSection } from "#app/components/proposals/todo-section";
import { UrgentIcon } from "#app/components/proposals/urgent-icon";
import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { page, unwrap } from "#app/http/handler.server";
import { formatLongDay } from "#app/i18n/format";
import { listAttendanceTodo } from "#app/services/followups/alerts.server";
import { listTodo } from "#app/services/matching/list-todo.server";
import { listContactTodo } from "#app/services/organisations/list-contact-todo.server";
import { listCaseTodo } from "#app/services/profiles/list-case-todo.server";
import { listOwnTasks } from "#app/services/profiles/list-own-tasks.server";
import { listUnreadComments } from "#app/services/profiles/unread-comments.server";

export const loader = page(["coordinator"], async ({ actor }) => ({
  ...unwrap(await listTodo(actor)),
  ...unwrap(await listContactTodo(actor)),
  ...unwrap(await listCaseTodo(actor)),
  ...unwrap(await listUnreadComments(actor)),
  ...unwrap(await listOwnTasks(actor)),
  ...unwrap(await listAttendanceTodo(actor)),
}));

/** The page's title, read by root. */
export const handle = { title: "shell:nav.todo" };

export default function CoordinatorHome() {
  const { todo, contacts, cases, comments, tasks, attendance } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["todo", "kartlaggning", "attendance"]);
  const waiting = todoLists(todo, t, i18n.language);
  // What is urgent first, then the people who wait for an answer at employers, then the rest.
  const lists = [
    ...waiting.filter((list) => list.urgent),
    ...taskList(tasks, { role: "coordinator", today: todo.today, language: i18n.language, t }),
    ...alertList(attendance, t, i18n.language),
    ...commentList(comments, todo.today, t),
    ...contactTodoLists(contacts, t),
    ...caseTodoLists(cases, todo.today, t),
    ...waiting.filter((list) => !list.urgent),
  ];
  const count = sum(lists);
  const urgent = sum(lists.filter((list) => list.urgent));
  const day = t("day", { day: formatLongDay(i18n.language, todo.today) });
  return (
    <>
      <PageTitle
        title={count > 0 ? t("title", { count }) : t("nothing")}
        lead={urgent > 0 ? `${day} ${t("urgent", { count: urgent })}` : day}
      />
      {lists.length > 0 ? <Tiles lists={lists} /> : null}
      <div className="pk-two pk-two--right">
        <div>
          {lists.length === 0 ? <Nothing /> : null}
          {lists.map(({ name, total, rows, all }, place) => (
            <TodoSection key={name} name={name} total={total} rows={rows} all={all} first={place === 0} />
          ))}
        </div>
        <TodoAside todo={todo} hiddenRows={comments.hidden + tasks.hidden} />
      </div>
    </>
  );
}

function Tiles({ lists }: { lists: readonly TodoList[] }) {
  const { t } = useTranslation("todo");
  return (
    <nav aria-label={t("jump")}>
      <ul className="pk-tiles">
        {lists.map(({ name, total, urgent }) => (
          <li key={name}>
            <a href={`#${name}`} data-urgent={urgent || undefined}>
              <b className="pk-num">
                {total} {urgent ? <UrgentIcon label={t("urgentLabel")} /> : null}
              </b>
              {t(`tile.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing() {
  const { t } = useTranslation("todo");
  return (
    <section className="pk-panel pk-stack">
      <h2>{t("empty.title")}</h2>
      <p>{t("empty.text")}</p>
      <div className="pk-row">
        <LinkButton to="/deltagare" primary>
          {t("empty.participants")}
        </LinkButton>
        <LinkButton to="/samordnare/platser">{t("empty.placements")}</LinkButton>
      </div>
    </section>
  );
}

function sum(lists: readonly TodoList[]): number {
  return lists.reduce((all, { total }) => all + total, 0);
}
