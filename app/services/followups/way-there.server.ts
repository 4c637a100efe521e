import type { Agreement } from "#app/domain/agreements/agreement";
import type { FeltDay } from "#app/domain/followups/feeling";
import type { OwnStep } from "#app/domain/followups/own-step";
import type { WayThere } from "#app/domain/followups/way-there";
import type { Coordinates } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { PlacementKind } from "#app/domain/placements/vocabulary";
import { toWgs84 } from "#app/platform/projection.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { latestFeelingsIn } from "#app/services/followups/say-feeling.server";
import { withActor } from "#db/client.server";
import { findWay, findWorkplace, handleOwnSteps, listOwnSteps, saveWay } from "#db/queries/own-plan.server";

type Kept = WayThere & { savedByName: string; savedAt: string | null };

/** The way to the workplace of an agreement, for the participant. `point`: null where it is not on the map. */
export type OwnWay = {
  agreementId: string;
  workplace: string;
  address: string;
  kind: PlacementKind;
  supervisor: { name: string; phone: string };
  way: WayThere;
  point: Coordinates | null;
};

/** Errors: `not_found`. */
export function readOwnWay(actor: Actor, id: string): Promise<Outcome<OwnWay, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
    const plan = agreement && (await planOf(tx, agreement));
    if (!agreement || !plan) return fail("not_found");
    const { content } = plan;
    const { employer } = content.parties;
    const at = await findWorkplace(tx, agreement.placementId);
    await recordOnAgreement(tx, actor, agreement, "agreement.read");
    return done({
      agreementId: id,
      workplace: employer.workplace || employer.name,
      address: employer.address || [at?.address, at?.locality].filter(Boolean).join(", "),
      kind: content.kind,
      supervisor: { name: content.supervisor.name, phone: agreement.contacts.supervisor.phone },
      way: await findWay(tx, id),
      point: at ? toWgs84(at) : null,
    });
  });
}

/** What staff or the employer may change of the participant's plan; feelings and own steps for staff only. */
export type SharedPlan = {
  agreement: Pick<Agreement, "id" | "number"> & { reference: string };
  way: Kept;
  feelings: FeltDay[];
  steps: OwnStep[];
};

/** Errors: `not_found`. */
export function readSharedPlan(actor: Actor, id: string): Promise<Outcome<SharedPlan, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = await reachAgreement(tx, actor, id, "agreement.read", "read");
    if (!agreement) return fail("not_found");
    const isStaff = isCloseStaff(actor);
    await recordOnAgreement(tx, actor, agreement, isStaff ? "plan.read" : "agreement.read");
    return done({
      agreement: { id, number: agreement.number, reference: agreement.reference ?? "" },
      way: await findWay(tx, id),
      feelings: await latestFeelingsIn(tx, actor, agreement.participantId),
      steps: isStaff ? await listOwnSteps(tx, id) : [],
    });
  });
}

/**
 * Writes how to get there, by coordinator, coach or employer. The same words again change nothing. Errors: `not_found`,
 * `changed_since` (somebody else has written since it was read).
 */
export function saveWayThere(
  actor: Actor,
  id: string,
  input: WayThere,
): Promise<Outcome<object, "not_found" | "changed_since">> {
  return withActor(actor, async (tx) => {
    const agreement =
      actor.role === "participant" ? null : await reachAgreement(tx, actor, id, "agreement.step", "change");
    if (!agreement) return fail("not_found");
    const now = await findWay(tx, id);
    const isSame = (["steps", "bring", "recognise"] as const).every((key) => now[key] === input[key]);
    if (isSame) return done();
    if (now.version !== input.version) return fail("changed_since");
    await saveWay(tx, agreement, input, { role: actor.role, name: actor.name });
    await recordOnAgreement(tx, actor, agreement, "way.changed");
    return done();
  });
}

/** Somebody of the staff has been in touch after what the participant did. Twice is one effect. Errors: `not_found`. */
export function handleOwnStep(actor: Actor, id: string): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const isStaff = isCloseStaff(actor);
    const agreement = isStaff ? await reachAgreement(tx, actor, id, "agreement.step", "change") : null;
    if (!agreement) return fail("not_found");
    const handled = await handleOwnSteps(tx, id, actor.name);
    if (handled > 0) await recordOnAgreement(tx, actor, agreement, "own_step.handled");
    return done();
  });
}

function isCloseStaff({ role }: Actor): boolean {
  return role === "coordinator" || role === "coach";
}
