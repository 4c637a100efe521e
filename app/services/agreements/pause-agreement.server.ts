import { type Agreement, versionInForce } from "#app/domain/agreements/agreement";
import type { AgreementStep } from "#app/domain/agreements/agreement-status";
import { type PauseCode, type PauseKind, pauseProblem, resume } from "#app/domain/agreements/pause";
import { decideAgreement, type GuardCode } from "#app/domain/agreements/transitions";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { namedBy, reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { refreshAlertsOf } from "#app/services/followups/alerts.server";
import { tellEmployerStepIn } from "#app/services/followups/employer-steps.server";
import { tellOwnStepIn } from "#app/services/followups/own-steps.server";
import { planFollowupsIn } from "#app/services/followups/plan-followups.server";
import { type Tx, withActor } from "#db/client.server";
import { addPause, listPauses, movePauseEnd } from "#db/queries/agreement-pauses.server";
import { listVersions } from "#db/queries/agreement-versions.server";
import { addAgreementEvent } from "#db/queries/agreements.server";

/** ISO dates; `returnsOn` is the first day back, null while nobody knows. `note` is for staff only. */
export type PauseInput = { from: string; returnsOn: string | null; kind: PauseKind; note: string };
export type StayCode = "not_found" | "not_allowed" | "wrong_status" | GuardCode;

/**
 * Pauses an agreement in force; the slot stays. An employer says when, until when, never why. The same pause again is one.
 * Errors: `not_found`, `not_allowed`, `wrong_status`, or as `PauseCode`.
 */
export function pauseAgreement(
  actor: Actor,
  id: string,
  input: PauseInput,
): Promise<Outcome<object, StayCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.step", "change");
    if (!agreement) return fail("not_found");
    const pause = {
      from: input.from,
      until: input.returnsOn && dayAfter(input.returnsOn, -1),
      kind: actor.role === "employer" ? ("other" as const) : input.kind,
    };
    const pauses = await listPauses(tx, id);
    const isThere = pauses.some(({ from, until }) => from === pause.from && until === pause.until);
    if (isThere && agreement.status === "in_force") return done({});
    const needsReturn = actor.role === "employer";
    const problem = agreement.period && pauseProblem(pause, pauses, agreement.period, { needsReturn });
    const decision = decide(actor, agreement, "paused", problem);
    if (!decision.ok) return decision;
    await addPause(tx, agreement, pause);
    await recordStay(tx, actor, agreement, "paused", input.note);
    await tellOwnStepIn(tx, actor, agreement, "paused", input.from);
    await tellEmployerStepIn(tx, actor, { agreementId: id, what: "paused", day: input.from });
    return done({});
  });
}

/**
 * Goes on from a day, today or ahead: the pause ends the day before; one that had not begun by then never was. Asked twice
 * it is one effect. Errors: as `pauseAgreement`.
 */
export function resumeAgreement(
  actor: Actor,
  id: string,
  returnsOn: string,
): Promise<Outcome<object, StayCode>> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.step", "change");
    if (!agreement) return fail("not_found");
    const pauses = await listPauses(tx, id);
    const last = dayAfter(returnsOn, -1);
    if (agreement.status === "in_force" && pauses.some(({ until }) => until === last)) return done({});
    const resumed = agreement.period && resume(pauses, returnsOn, today(), agreement.period);
    const problem = typeof resumed === "string" ? resumed : null;
    const decision = decide(actor, agreement, "resumed", problem);
    if (!decision.ok) return decision;
    if (resumed === null || typeof resumed === "string") return fail("not_paused");
    await movePauseEnd(tx, agreement, resumed.pause.from, resumed.until);
    await recordStay(tx, actor, agreement, "resumed", "");
    await tellOwnStepIn(tx, actor, agreement, "resumed", returnsOn);
    await tellEmployerStepIn(tx, actor, { agreementId: id, what: "resumed", day: returnsOn });
    return done({});
  });
}

function decide(actor: Actor, agreement: Agreement, to: AgreementStep, pauseProblem: PauseCode | null) {
  return decideAgreement(agreement.status, to, { role: actor.role, today: today(), pauseProblem });
}

async function recordStay(
  tx: Tx,
  actor: Actor,
  agreement: Agreement,
  what: "paused" | "resumed",
  note: string,
): Promise<void> {
  const version = versionInForce(await listVersions(tx, agreement.id));
  const reference = version?.content.parties.participant.reference ?? agreement.reference ?? "";
  const by = namedBy(actor, reference);
  await addAgreementEvent(tx, agreement, { version: version?.number ?? 1, what, note, ...by });
  await planFollowupsIn(tx, agreement.id);
  await refreshAlertsOf(tx, agreement.id);
  await recordOnAgreement(tx, actor, agreement, `agreement.${what}`);
}
