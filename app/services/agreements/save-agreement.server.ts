import {
  type Agreement,
  type AgreementVersion,
  openVersion,
  versionInForce,
} from "#app/domain/agreements/agreement";
import { hasEnded } from "#app/domain/agreements/agreement-status";
import type { Contacts } from "#app/domain/agreements/contacts";
import { type Difference, differencesOf } from "#app/domain/agreements/differences";
import { type AgreementDraft, contentOf, type Problem, problemsOf } from "#app/domain/agreements/draft";
import { isWhole } from "#app/domain/agreements/period";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { takeSlotFor } from "#app/services/agreements/agreement-slot.server";
import { checkOf, type DraftCheck, type Write } from "#app/services/agreements/check-draft.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { withActor } from "#db/client.server";
import { type EmployerPerson, listSignatories } from "#db/queries/agreement-facts.server";
import { listVersions, saveDraft } from "#db/queries/agreement-versions.server";
import { addAgreementEvent, saveDraftFacts } from "#db/queries/agreements.server";

export type EditableAgreement = {
  agreement: Agreement;
  version: AgreementVersion & { status: "draft" };
  /** The text that counts, when this is an amendment of it. */
  inForce: AgreementVersion | null;
  /** What an amendment changes so far; nothing while something in it is missing. */
  differences: Difference[];
  check: DraftCheck;
  people: EmployerPerson[];
};

/** The draft to go on with, with what is missing and what conflicts. Errors: `not_found`, `wrong_status`: nothing is a draft. */
export function editAgreement(
  actor: Actor,
  id: string,
): Promise<Outcome<EditableAgreement, "not_found" | "wrong_status">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.change", "read");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const version = openVersion(versions);
    if (version?.status !== "draft" || hasEnded(agreement.status)) return fail("wrong_status");
    await recordOnAgreement(tx, actor, agreement, "agreement.read");
    const inForce = versionInForce(versions);
    const whole = contentOf(version.content);
    return done({
      agreement,
      version: { ...version, status: "draft" as const },
      inForce,
      differences: inForce && whole ? differencesOf(inForce.content, whole) : [],
      check: await checkOf(tx, agreement, version.content),
      people: await listSignatories(tx, agreement.placementId),
    });
  });
}

/** Somebody saved meanwhile: what they left, for the page to show beside what was typed. */
export type AgreementChangedMeanwhile = Failure<"changed_meanwhile"> & {
  current: AgreementDraft;
  contacts: Contacts;
  revision: number;
  byName: string;
};

/**
 * Saves a draft, finished or not: nothing that was typed is lost. `write` makes the new text of the one that was saved
 * before, so that what the form does not ask for stays. Errors: `not_found`, `wrong_status`, `changed_meanwhile`.
 */
export function saveAgreement(
  actor: Actor,
  id: string,
  input: { revision: number; contacts: Contacts; write: Write },
): Promise<
  Outcome<{ revision: number; problems: Problem[] }, "not_found" | "wrong_status"> | AgreementChangedMeanwhile
> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.change", "change");
    if (!agreement) return fail("not_found");
    const version = openVersion(await listVersions(tx, id));
    if (version?.status !== "draft" || hasEnded(agreement.status)) return fail("wrong_status");
    const people = await listSignatories(tx, agreement.placementId);
    const content = input.write(version.content, people, version.amendment > 0);
    const { number } = version;
    const saved = await saveDraft(tx, agreement, {
      number,
      revision: input.revision,
      content,
      byName: actor.name,
    });
    if (!saved) {
      const { content: current, revision, savedByName: byName } = version;
      return { ...fail("changed_meanwhile"), current, contacts: agreement.contacts, revision, byName };
    }
    const { startsOn, endsOn } = content.period;
    const period = isWhole(content.period) ? { startsOn, endsOn } : null;
    // A slot that came with the proposal goes with the days, when they are free; the list of conflicts says it when not.
    if (period && version.amendment === 0 && agreement.holdsSlot) await takeSlotFor(tx, agreement, period);
    await saveDraftFacts(tx, id, { period, contacts: input.contacts });
    const by = namedBy(actor, agreement.reference ?? "");
    await addAgreementEvent(tx, agreement, { version: number, what: "saved", ...by });
    await recordOnAgreement(tx, actor, agreement, "agreement.changed", { version: number });
    return done({ revision: input.revision + 1, problems: problemsOf(content) });
  });
}
