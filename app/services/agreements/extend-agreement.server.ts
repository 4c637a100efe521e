import { openVersion, versionInForce } from "#app/domain/agreements/agreement";
import { type Conflict, conflictsOf } from "#app/domain/agreements/conflicts";
import type { AgreementContent } from "#app/domain/agreements/content";
import { type Difference, differencesOf } from "#app/domain/agreements/differences";
import { contentOf, type Problem, problemsOf } from "#app/domain/agreements/draft";
import {
  type Extension,
  type ExtensionCode,
  extended,
  extensionProblem,
} from "#app/domain/agreements/extension";
import { same } from "#app/domain/agreements/field-classes";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type AmendCode, beginIn } from "#app/services/agreements/amend-agreement.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { surroundingsOf } from "#app/services/agreements/surroundings.server";
import { withActor } from "#db/client.server";
import { listVersions, saveDraft } from "#db/queries/agreement-versions.server";
import { addAgreementEvent } from "#db/queries/agreements.server";

/** An agreement as the page of an extension needs it. `draft`: the changed text that is being written. */
export type Extendable = {
  number: string;
  inForce: AgreementContent;
  draft: {
    revision: number;
    byName: string;
    endsOn: string;
    reportDueOn: string;
    differences: Difference[];
    problems: Problem[];
    conflicts: Conflict[];
  } | null;
};

/** What can be extended, and what the change says so far. Errors: `not_found`, `wrong_status`, `amendment_open` (it is out). */
export function readExtension(
  actor: Actor,
  id: string,
): Promise<Outcome<Extendable, "not_found" | "wrong_status" | "amendment_open">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.amend", "read");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const inForce = versionInForce(versions);
    if (agreement.status !== "in_force" || !inForce) return fail("wrong_status");
    const open = openVersion(versions);
    if (open?.hash) return fail("amendment_open");
    await recordOnAgreement(tx, actor, agreement, "agreement.read");
    const { number } = agreement;
    if (!open) return done({ number, inForce: inForce.content, draft: null });
    const whole = contentOf(open.content);
    return done({
      number,
      inForce: inForce.content,
      draft: {
        revision: open.revision,
        byName: open.savedByName,
        endsOn: open.content.period.endsOn,
        reportDueOn: open.content.assignment?.reportDueOn ?? "",
        differences: whole ? differencesOf(inForce.content, whole) : [],
        problems: problemsOf(open.content),
        // That it has begun is no news: only its end moves.
        conflicts: conflictsOf(open.content, await surroundingsOf(tx, agreement, open.content.period)).filter(
          ({ code }) => code !== "starts_in_the_past",
        ),
      },
    });
  });
}

export type ExtendCode = AmendCode | ExtensionCode | "changed_meanwhile";

/**
 * Writes a longer time into the changed text, which is begun when there is none. `revision`: the one that was read, 0 for
 * none. The same again is one effect. Errors: `not_found`, `changed_meanwhile`, `amendment_open`, `wrong_status`, or as
 * `ExtensionCode`.
 */
export function extendAgreement(
  actor: Actor,
  id: string,
  { revision, ...extension }: Extension & { revision: number },
): Promise<Outcome<object, ExtendCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.amend", "change");
    if (!agreement) return fail("not_found");
    const versions = await listVersions(tx, id);
    const inForce = versionInForce(versions);
    if (agreement.status !== "in_force" || !inForce) return fail("wrong_status");
    const problem = extensionProblem(inForce.content, extension);
    if (problem) return fail(problem);
    const open = openVersion(versions);
    if (!open) return beginIn(tx, actor, agreement, versions, (content) => extended(content, extension));
    if (open.status !== "draft") return fail("amendment_open");
    const content = extended(open.content, extension);
    // The button twice: what is asked for stands there already.
    if (same(content, open.content)) return done({});
    const { number } = open;
    if (!(await saveDraft(tx, agreement, { number, revision, content, byName: actor.name })))
      return fail("changed_meanwhile");
    const by = namedBy(actor, agreement.reference ?? "");
    await addAgreementEvent(tx, agreement, { version: number, what: "saved", ...by });
    await recordOnAgreement(tx, actor, agreement, "agreement.changed", { version: number });
    return done({});
  });
}
