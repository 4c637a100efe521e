import { type HandoverInput, mayTakeOver } from "#app/domain/followups/hand-over";
import { canAttendance } from "#app/domain/followups/policy";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { findAgreement } from "#db/queries/agreements.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listStaff } from "#db/queries/case-tasks.server";
import {
  countFollowed,
  type Followed,
  handOverAgreements,
  isHandedOver,
  listFollowedBy,
  listProtected,
} from "#db/queries/followup-handovers.server";

/** One of the staff, with how many agreements in force she or he follows up. */
export type Caseload = {
  userId: string;
  name: string;
  count: number;
  /** Whether she or he is still one of the staff, and can take over. */
  works: boolean;
};

/** What can be handed over, and to whom. `hidden`: how many have a protected identity, and go along with the whole. */
export type ReadHandover = {
  today: string;
  from: Caseload;
  mayChooseWhom: boolean;
  /** How many agreements in force nobody follows up. */
  unfollowed: number;
  staff: Caseload[];
  followed: (Omit<Followed, "participantId" | "reference"> & { reference: string })[];
  hidden: number;
};

const nobody = "";

/**
 * The caseload of somebody (`from`; the own when null), and the colleagues who can take it over. A coach hands over the own,
 * a coordinator anybody's, also what nobody follows up (""). Errors: `not_found`.
 */
export function readHandover(actor: Actor, from: string | null): Promise<Outcome<ReadHandover, "not_found">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    const whose = actor.role === "coordinator" ? (from ?? actor.userId ?? "") : (actor.userId ?? "");
    const isOthers = from !== null && from !== whose;
    if (!canAttendance(actor, "followup.hand_over") || associationId === null || isOthers) {
      await recordDenied(tx, actor, "followup.hand_over", from ?? "");
      return fail("not_found");
    }
    const counts = await countFollowed(tx, associationId);
    const countOf = (user: string) => counts.find(({ coachUser }) => (coachUser ?? "") === user)?.count ?? 0;
    const working = await listStaff(tx, associationId);
    const staff = working.map(({ userId, name }) => ({
      userId,
      name,
      count: countOf(userId),
      works: true,
    }));
    // Somebody who works here no more still has what was not handed over.
    for (const { coachUser, coachName, count } of counts)
      if (coachUser !== null && !staff.some(({ userId }) => userId === coachUser))
        staff.push({ userId: coachUser, name: coachName, count, works: false });
    const known = staff.find(({ userId }) => userId === whose);
    if (!known && whose !== nobody) return fail("not_found");
    const all = await listFollowedBy(tx, associationId, whose || null);
    await recordEvent(tx, actor, {
      action: "followup.listed",
      associationId,
      participantId: null,
      subject: "handover",
      details: { rows: all.length },
    });
    return done({
      today: today(),
      from: known ?? { userId: nobody, name: "", count: all.length, works: false },
      unfollowed: countOf(nobody),
      mayChooseWhom: actor.role === "coordinator",
      staff,
      followed: all.flatMap(({ participantId, reference, ...row }) =>
        reference === null ? [] : [{ ...row, reference }],
      ),
      hidden: all.filter(({ reference }) => reference === null).length,
    });
  });
}

type HandoverCode =
  | "not_found"
  | "to_unknown"
  | "until_past"
  | "nothing_to_hand_over"
  | "only_its_group"
  | "rest_only_its_group";

/**
 * Hands agreements over to a colleague: the whole caseload or some of it. What goes over meanwhile by another hand stays
 * where it went, and what is about a protected identity goes to somebody of its group or stays (`kept`). Twice is one effect.
 * Errors: `not_found`, `to_unknown`, `until_past`, `nothing_to_hand_over`, `only_its_group`, `rest_only_its_group` (with the same
 * press before, all else has gone over already).
 */
export function handOver(
  actor: Actor,
  input: HandoverInput,
): Promise<Outcome<{ count: number; kept: number }, HandoverCode>> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    const isOwn = input.from === actor.userId;
    if (
      !canAttendance(actor, "followup.hand_over") ||
      associationId === null ||
      (actor.role !== "coordinator" && !isOwn)
    ) {
      await recordDenied(tx, actor, "followup.hand_over", input.from);
      return fail("not_found");
    }
    const staff = await listStaff(tx, associationId);
    const to = staff.find(({ userId }) => userId === input.to);
    if (!to || input.to === input.from) return fail("to_unknown");
    if (input.reason === "away" && (input.until === null || input.until < today())) return fail("until_past");
    const own = await listFollowedBy(tx, associationId, input.from || null);
    const chosen = own.filter(({ id }) => input.what === "whole" || input.agreements.includes(id));
    if (chosen.length === 0) {
      const [first] = input.agreements;
      if (input.what === "chosen" && first && !(await findAgreement(tx, first))) {
        await recordDenied(tx, actor, "followup.hand_over", first);
        return fail("not_found");
      }
      return fail("nothing_to_hand_over");
    }
    const closed = (await listProtected(tx, idsOf(chosen))).filter(
      ({ group }) =>
        !mayTakeOver(to.userId, {
          group,
          from: input.from,
          working: staff.map(({ userId }) => userId),
          isCoordinator: actor.role === "coordinator",
        }),
    );
    const open = chosen.filter(({ id }) => !closed.some((one) => one.id === id));
    const said = {
      associationId,
      fromUser: input.from || null,
      toUser: to.userId,
      reason: input.reason,
      until: input.reason === "away" ? input.until : null,
    };
    if (open.length === 0)
      return fail((await isHandedOver(tx, said)) ? "rest_only_its_group" : "only_its_group");
    const named = (await countFollowed(tx, associationId)).find(
      ({ coachUser }) => (coachUser ?? "") === input.from,
    );
    const moved = await handOverAgreements(tx, idsOf(open), {
      ...said,
      fromName: staff.find(({ userId }) => userId === input.from)?.name ?? named?.coachName ?? "",
      toName: to.name,
      note: input.note,
      byName: actor.name,
    });
    for (const { id, participantId } of moved)
      await recordEvent(tx, actor, {
        action: "followup.handed_over",
        associationId,
        participantId,
        subject: id,
      });
    return done({ count: moved.length, kept: closed.length });
  });
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);
