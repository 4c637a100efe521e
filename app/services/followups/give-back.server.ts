import { systemActor } from "#app/domain/identity/actor";
import { staffFor } from "#app/domain/notifications/staff-for";
import { today } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import { type Tx, withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { recordEvent } from "#db/queries/audit.server";
import {
  keepLent,
  type Lent,
  lockOverdueLoans,
  returnTo,
  settleLoans,
} from "#db/queries/followup-handovers.server";
import { findCoach } from "#db/queries/followups.server";
import { enqueue } from "#db/queries/jobs.server";
import { listStaffOf } from "#db/queries/notification-people.server";
import { findMailOf } from "#db/queries/referral-mail.server";

/**
 * What somebody took over while a colleague was away goes back by itself, the day after: to the first who lent it and still
 * works here. When none of them does it stays where it is, and whoever has it and the coordinator are told. Answers how many
 * went back.
 */
export function giveBackLent(day = today()): Promise<number> {
  return withActor(systemActor, async (tx) => {
    const lent = await lockOverdueLoans(tx, day);
    const members = await listStaffOf(tx, [...new Set(lent.map(({ associationId }) => associationId))]);
    await settleLoans(tx, day);
    let returned = 0;
    for (const one of lent) {
      const works = (userId: string) =>
        members.some((member) => member.userId === userId && member.associationId === one.associationId);
      const to = one.lenders.find(({ userId }) => works(userId));
      if (to) {
        await returnTo(tx, one.id, to);
        returned += 1;
      } else if (one.lenders.length > 0) {
        await keepLent(tx, one);
        await tellStayed(tx, one, members, day);
      } else continue;
      await recordEvent(tx, systemActor, {
        action: "followup.handed_over",
        associationId: one.associationId,
        participantId: one.participantId,
        subject: one.id,
        details: { returned: to !== undefined },
      });
    }
    return returned;
  });
}

async function tellStayed(tx: Tx, lent: Lent, members: Awaited<ReturnType<typeof listStaffOf>>, day: string) {
  const agreement = await agreementToTell(tx, lent.id, day);
  if (!agreement) return;
  const staff = [lent.coachUser ?? "", ...agreement.staff];
  for (const { userId } of staffFor({ ...agreement, staff }, members)) {
    const payload = { agreementId: lent.id, userId, day };
    await enqueue(tx, "mail_loan_stayed", payload, { key: `stayed:${lent.id}:${day}:${userId}` });
  }
}

/** The mail to one of them; null when they work there no longer or want none. It never says whom it is about. */
export function prepareLoanStayed(
  agreementId: string,
  userId: string,
): Promise<{ to: string; url: string; name: string } | null> {
  return withActor(systemActor, async (tx) => {
    const agreement = await agreementToTell(tx, agreementId);
    const { coachName: name } = await findCoach(tx, agreementId);
    if (!agreement || name === "") return null;
    const to = await asIdentity(tx, () => findMailOf(tx, userId, agreement.associationId));
    return to ? { to, url: `${appUrl}/overenskommelser/${agreementId}`, name } : null;
  });
}
