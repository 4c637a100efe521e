import { type Agreement, openVersion } from "#app/domain/agreements/agreement";
import { hasEnded } from "#app/domain/agreements/agreement-status";
import { type Conflict, conflictsOf } from "#app/domain/agreements/conflicts";
import { limits } from "#app/domain/agreements/content";
import { type AgreementDraft, firstWeek, type Problem, problemsOf } from "#app/domain/agreements/draft";
import { isWhole, weeksIn } from "#app/domain/agreements/period";
import { type PeriodSums, periodSums } from "#app/domain/agreements/period-sums";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { reachAgreement } from "#app/services/agreements/reach-agreement.server";
import { surroundingsOf } from "#app/services/agreements/surroundings.server";
import { type Tx, withActor } from "#db/client.server";
import { type EmployerPerson, listSignatories } from "#db/queries/agreement-facts.server";
import { listVersions } from "#db/queries/agreement-versions.server";

/** What is to mend in a text on its way, and what it comes to. */
export type DraftCheck = {
  problems: Problem[];
  conflicts: Conflict[];
  week: { scheduleHours: number; firstWeekHours: number };
  period: (Omit<PeriodSums, "off"> & { off: { day: string; name: string | null }[] }) | null;
};

/** Makes the new text of the one saved before; the people are those of the employer. */
export type Write = (
  before: AgreementDraft,
  people: readonly EmployerPerson[],
  isAmendment: boolean,
) => AgreementDraft;

/**
 * The same as saving would say, while it is being written and before anything is saved. That the draft was read is in the
 * trail since the page was opened. Errors: `not_found`, `wrong_status`: nothing is a draft.
 */
export function checkDraft(
  actor: Actor,
  id: string,
  write: Write,
): Promise<Outcome<{ check: DraftCheck }, "not_found" | "wrong_status">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.change", "read");
    if (!agreement) return fail("not_found");
    const version = openVersion(await listVersions(tx, id));
    if (version?.status !== "draft" || hasEnded(agreement.status)) return fail("wrong_status");
    const people = await listSignatories(tx, agreement.placementId);
    const text = write(version.content, people, version.amendment > 0);
    return done({ check: await checkOf(tx, agreement, text) });
  });
}

/** The same of a text, inside a transaction that is already open. */
export async function checkOf(tx: Tx, agreement: Agreement, text: AgreementDraft): Promise<DraftCheck> {
  const { holidayOn, isHoliday } = await import("#app/platform/holidays.server");
  const isCountable = isWhole(text.period) && weeksIn(text.period) <= limits.weeks.max;
  const sums = isCountable ? periodSums(text, isHoliday) : null;
  return {
    problems: problemsOf(text),
    conflicts: conflictsOf(text, await surroundingsOf(tx, agreement, text.period)),
    week: firstWeek(text),
    period: sums && { ...sums, off: sums.off.map((day) => ({ day, name: holidayOn(day) })) },
  };
}
