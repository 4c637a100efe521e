import {
  type AskedHow,
  type CheckupAnswer,
  type CheckupMonths,
  dueCheckup,
} from "#app/domain/followups/checkup";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { orderClosingLink } from "#app/services/agreements/closing-links.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { findAgreement } from "#db/queries/agreements.server";
import { answerCheckup, listCheckups, listDueCheckups, markAsked } from "#db/queries/checkups.server";

const perRound = 200;
const beforeAll = { agreementId: "00000000-0000-0000-0000-000000000000", months: 0 };

/**
 * Sends the check-ups that are due and the one reminder, to whom a mail reaches; the others wait for somebody who calls. A
 * round that comes twice sends nothing twice. Answers how many links were ordered.
 */
export async function askCheckups(day = today()): Promise<number> {
  let ordered = 0;
  for (let after: { agreementId: string; months: number } | null = beforeAll; after !== null; ) {
    const from: { agreementId: string; months: number } = after;
    const round = await withActor(systemActor, async (tx) => {
      const due = await listDueCheckups(tx, day, from, perRound);
      let sent = 0;
      for (const one of due) {
        const what = dueCheckup(one, day);
        const agreement = what && (await findAgreement(tx, one.agreementId));
        if (!what || !agreement) continue;
        await orderClosingLink(tx, agreement, {
          purpose: "checkup",
          months: one.months,
          channel: "mail",
          address: one.email,
          byName: "",
        });
        await markAsked(tx, one.agreementId, one.months, what);
        await recordOnAgreement(tx, systemActor, agreement, "checkup.asked", {
          months: one.months,
          as: what === "ask" ? "link" : "reminder",
        });
        sent += 1;
      }
      return { sent, next: due.length === perRound ? due.at(-1)! : null };
    });
    ordered += round.sent;
    after = round.next;
  }
  return ordered;
}

export type RecordCheckupCode = "not_found" | "checkup_over";

/**
 * Writes down what somebody answered a person who asked, and how. What is answered already stays, and the same again is no
 * error. Errors: `not_found`, `checkup_over` (answered otherwise, or not asked any more).
 */
export function recordCheckup(
  actor: Actor,
  id: string,
  months: CheckupMonths,
  answer: CheckupAnswer,
  how: AskedHow,
): Promise<Outcome<object, RecordCheckupCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.afterwards", "change");
    if (!agreement) return fail("not_found");
    if (await answerCheckup(tx, id, months, answer, { byName: actor.name, how })) {
      await recordOnAgreement(tx, actor, agreement, "checkup.answered", { months, as: how });
      return done();
    }
    const known = (await listCheckups(tx, id)).find((one) => one.months === months);
    const isSame =
      known?.doing === answer.doing && known.feeling === answer.feeling && known.words === answer.words;
    return isSame ? done() : fail("checkup_over");
  });
}
