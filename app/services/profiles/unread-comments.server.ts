import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { KartlaggningPart } from "#app/domain/profiles/kartlaggning-parts";
import { can, mayMarkRead } from "#app/domain/profiles/policy";
import type { UnreadComment } from "#app/domain/profiles/unread-comment";
import { isUuid } from "#app/domain/uuid";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as comments from "#db/queries/unread-comments.server";

/** Rows on a start page, which says how many there are, and on the page of all of them. */
const rowsOn = { start: 5, page: 200 } as const;

export type UnreadComments = { rows: UnreadComment[]; total: number; hidden: number };

/**
 * What participants have said and nobody has read: the association's for a coordinator, for a coach those of the own main
 * responsibility. Never the words. One audit event. Errors: `forbidden`.
 */
export function listUnreadComments(
  actor: Actor,
  shown: keyof typeof rowsOn = "start",
): Promise<Outcome<{ comments: UnreadComments }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const found = await unreadCommentsIn(tx, actor, shown);
    if (!found) {
      await recordDenied(tx, actor, "comment.list", "");
      return fail("forbidden");
    }
    await recordEvent(tx, actor, {
      action: "participant.listed",
      associationId: actor.associationId,
      participantId: null,
      subject: "comments",
      details: { count: found.rows.length },
    });
    return done({ comments: found });
  });
}

/** The same inside a transaction, without an audit event of its own; null for who may not see it. */
export async function unreadCommentsIn(
  tx: Tx,
  actor: Actor,
  shown: keyof typeof rowsOn = "start",
): Promise<UnreadComments | null> {
  const { associationId } = actor;
  if (!can(actor, "comment.list") || associationId === null) return null;
  const responsible = actor.role === "coach" ? actor.userId : null;
  return comments.listUnreadComments(tx, { associationId, responsible }, rowsOn[shown]);
}

/**
 * Says that a comment has been read, so that the participant sees it. Saying it twice is saying it once. Answers which
 * part it is about. Errors: `not_found`.
 */
export function markCommentRead(
  actor: Actor,
  reference: string,
  id: string,
): Promise<Outcome<{ part: KartlaggningPart }, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "comment.mark_read", null);
    if (!participant) return fail("not_found");
    const whose = { associationId: participant.associationId, participantId: participant.id };
    if (!mayMarkRead(actor, { ...whose, mainResponsibleUser: participant.mainResponsibleUser })) {
      await recordDenied(tx, actor, "comment.mark_read", reference);
      return fail("not_found");
    }
    if (!isUuid(id)) return fail("not_found");
    const marked = await comments.markCommentRead(tx, {
      participantId: participant.id,
      id,
      byName: actor.name,
    });
    if (!marked) return fail("not_found");
    const { part, isFirst } = marked;
    if (isFirst) await recordOn(tx, actor, participant, "comment.read", { part, comment: id });
    return done({ part });
  });
}
