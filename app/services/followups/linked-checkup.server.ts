import type { Checkup, CheckupAnswer, CheckupMonths } from "#app/domain/followups/checkup";
import { systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import {
  type ClosingLinkProblem,
  holderOf,
  openClosingLink,
} from "#app/services/agreements/closing-links.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type Tx, withActor } from "#db/client.server";
import { lockAgreement } from "#db/queries/agreements.server";
import { answerCheckup, dropAllCheckups, listCheckups } from "#db/queries/checkups.server";

/** What a participant's link shows: how long ago it ended, and what was answered already. Never whose and where. */
export type LinkedCheckup = {
  months: CheckupMonths;
  status: Checkup["status"];
  answer: CheckupAnswer | null;
};

type Problem = ClosingLinkProblem;

/** What a link asks. Looking changes nothing but the trail. Errors: `ClosingLinkProblem`. */
export function readLinkedCheckup(token: string): Promise<Outcome<{ checkup: LinkedCheckup }, Problem>> {
  return withActor(systemActor, async (tx) => {
    const opened = await open(tx, token);
    if (!opened.ok) return opened;
    const { agreement, checkup } = opened;
    await recordOnAgreement(tx, holder(opened), agreement, "agreement.read", { as: "checkup_link" });
    const { months, status, doing, feeling, words } = checkup;
    return done({ checkup: { months, status, answer: doing && feeling ? { doing, feeling, words } : null } });
  });
}

/**
 * Answers with a link, once; the same again changes nothing. Errors: `ClosingLinkProblem`, `checkup_over` (no more asked),
 * `answered_already` (something else: what was answered first stays).
 */
export function answerLinkedCheckup(
  token: string,
  answer: CheckupAnswer,
): Promise<Outcome<object, Problem | "checkup_over" | "answered_already">> {
  return withActor(systemActor, async (tx) => {
    const opened = await open(tx, token);
    if (!opened.ok) return opened;
    const { agreement, checkup } = opened;
    if (checkup.status === "dropped") return fail("checkup_over");
    if (!(await answerCheckup(tx, agreement.id, checkup.months, answer, null))) {
      const { doing, feeling, words } = checkup;
      const isSame = doing === answer.doing && feeling === answer.feeling && words === answer.words;
      return isSame ? done() : fail("answered_already");
    }
    await recordOnAgreement(tx, holder(opened), agreement, "checkup.answered", { months: checkup.months });
    return done();
  });
}

/** "I do not want to be asked": this question and all later ones go. Twice is once. Errors: `ClosingLinkProblem`. */
export function stopCheckups(token: string): Promise<Outcome<object, Problem>> {
  return withActor(systemActor, async (tx) => {
    const opened = await open(tx, token);
    if (!opened.ok) return opened;
    const { agreement } = opened;
    if ((await dropAllCheckups(tx, agreement.participantId)) > 0)
      await recordOnAgreement(tx, holder(opened), agreement, "checkup.stopped");
    return done();
  });
}

async function open(tx: Tx, token: string) {
  const opened = await openClosingLink(tx, "checkup", token, lockAgreement);
  if (!opened.ok) return opened;
  const { link, agreement } = opened;
  const checkup = (await listCheckups(tx, agreement.id)).find(({ months }) => months === link.months);
  return checkup ? done({ agreement, checkup }) : fail("link_unknown");
}

/** The participant, by code. */
function holder({ agreement }: { agreement: Parameters<typeof holderOf>[0] & { reference: string | null } }) {
  return holderOf(agreement, "participant", agreement.reference ?? "");
}
