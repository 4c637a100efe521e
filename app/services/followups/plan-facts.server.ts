import type { Agreement, AgreementVersion, SentVersion } from "#app/domain/agreements/agreement";
import { isPausedOn } from "#app/domain/agreements/pause";
import type { Period } from "#app/domain/agreements/period";
import { livedPeriod, type PlanFacts } from "#app/domain/followups/planned-week";
import { dayOf } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import { listPauses } from "#db/queries/agreement-pauses.server";
import { listVersions } from "#db/queries/agreement-versions.server";

/** What decides who is expected when, the period as it was lived, and the text that counts last. */
export type AgreementPlan = {
  facts: PlanFacts;
  period: Period;
  content: SentVersion["content"];
};

/** Everything that an agreement's weeks follow from; null for one that never took force. */
export async function planOf(tx: Tx, agreement: Agreement): Promise<AgreementPlan | null> {
  const agreed = (await listVersions(tx, agreement.id)).filter(
    (one): one is AgreementVersion & SentVersion => one.status === "agreed" && one.agreedAt !== null,
  );
  const content = agreed.at(-1)?.content;
  if (!content) return null;
  const pauses = await listPauses(tx, agreement.id);
  // The calendar is large: a server that shows no week goes without it.
  const { isHoliday } = await import("#app/platform/holidays.server");
  const facts: PlanFacts = {
    texts: agreed.map((one) => ({ agreedOn: dayOf(new Date(one.agreedAt!)), content: one.content })),
    endedOn: agreement.endedOn,
    isPaused: (day) => isPausedOn(pauses, day),
    isHoliday,
  };
  return { facts, period: livedPeriod(facts)!, content };
}
