import type { Agreement } from "#app/domain/agreements/agreement";
import { hoursInWeek } from "#app/domain/agreements/step-plan";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import {
  type Lessons,
  type ListingChange,
  type ListingFacts,
  listingChanges,
  withChanges,
} from "#app/domain/organisations/listing-lessons";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type OwnPlacementValues, ownPlacementSchema } from "#app/domain/placements/own-placement-form";
import { type Adaptation, type Demand, demands, type Level } from "#app/domain/placements/vocabulary";
import { type WhatCame, whatCame } from "#app/domain/reports/what-came-of-it";
import {
  type ClosingLinkProblem,
  holderOf,
  openClosingLink,
} from "#app/services/agreements/closing-links.server";
import { reachAgreement, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type AgreementPlan, planOf } from "#app/services/followups/plan-facts.server";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import {
  changeOwnPlacementIn,
  editOwnPlacement,
  editOwnPlacementIn,
} from "#app/services/placements/save-own-placement.server";
import { type Tx, withActor } from "#db/client.server";
import { lockAgreement } from "#db/queries/agreements.server";
import { listWeekHours } from "#db/queries/attendance.server";
import {
  findLessons,
  findWhatCame,
  type SavedLessons,
  saveAccepted,
  saveLessons,
} from "#db/queries/employer-lessons.server";

/** What an employer sees after the end: thanks, what was said, and what came of it when that names nobody. */
export type Thanks = {
  agreementId: string;
  title: string;
  placementId: number;
  employerName: string;
  lessons: SavedLessons | null;
  came: WhatCame;
};
/** The changes of the listing that are proposed, with a mark of the listing that they are for. */
export type ProposedChanges = { changes: ListingChange[]; seen: string };

/** The page of thanks of an own agreement, with changes of the listing where whoever asks may make them. Errors: `not_found`. */
export async function readThanks(
  actor: Actor,
  id: string,
): Promise<Outcome<{ thanks: Thanks; proposed: ProposedChanges | null }, "not_found">> {
  const read = await withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "read");
    if (!reached) return null;
    await recordOnAgreement(tx, actor, reached.agreement, "agreement.read", { as: "thanks" });
    return { thanks: await thanksOf(tx, reached.agreement), lived: await livedOf(tx, reached) };
  });
  if (!read) return fail("not_found");
  const { thanks, lived } = read;
  const edited = await editOwnPlacement(actor, thanks.placementId);
  if (!edited.ok) return done({ thanks, proposed: null });
  const changes = listingChanges(factsOf(edited.values), lived, thanks.lessons?.accepted);
  return done({ thanks, proposed: { changes, seen: edited.seen } });
}

/** Keeps what the employer says; said anew it is the new words. Errors: `not_found`. */
export function giveLessons(
  actor: Actor,
  id: string,
  lessons: Lessons,
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reach(tx, actor, id, "change");
    if (!reached) return fail("not_found");
    await saveLessons(tx, reached.agreement, lessons, { name: actor.name, way: "signed_in" });
    await recordOnAgreement(tx, actor, reached.agreement, "lessons.written");
    return done();
  });
}

export type AcceptCode = "not_found" | "changed_meanwhile" | "nothing_chosen" | "listing_refused";

/**
 * Makes the chosen changes of the listing, as if the employer had written them in its form; whoever does has seen that the
 * listing is right: both or neither. The same choice again changes nothing more. Errors: `not_found`, `changed_meanwhile`,
 * `nothing_chosen`, `listing_refused` (the form would not take it: it has to be mended there).
 */
export function acceptChanges(
  actor: Actor,
  id: string,
  keys: readonly string[],
  seen: string,
): Promise<Outcome<object, AcceptCode>> {
  return asEmployer(actor, async (tx, self) => {
    const reached = await reach(tx, actor, id, "change");
    if (!reached) return fail("not_found");
    const { agreement } = reached;
    const edited = await editOwnPlacementIn(tx, self, agreement.placementId);
    if (!edited.ok) return fail("not_found");
    const taken = (await findLessons(tx, id))?.accepted ?? [];
    const proposed = listingChanges(factsOf(edited.values), await livedOf(tx, reached), taken);
    const chosen = proposed.filter(({ key }) => keys.includes(key));
    if (chosen.length === 0) return keys.some((key) => taken.includes(key)) ? done() : fail("nothing_chosen");
    if (edited.seen !== seen) return fail("changed_meanwhile");
    const form = ownPlacementSchema.safeParse(changed(edited.values, chosen));
    if (!form.success) return fail("listing_refused");
    const saved = await changeOwnPlacementIn(tx, self, agreement.placementId, form.data, seen);
    if (!saved.ok) return fail(saved.code === "changed_meanwhile" ? "changed_meanwhile" : "listing_refused");
    const accepted = chosen.map(({ key }) => key);
    await saveAccepted(tx, agreement, accepted, { name: actor.name, way: "signed_in" });
    await recordOnAgreement(tx, actor, agreement, "lessons.written", { accepted: chosen.length });
    return done();
  });
}

/** The thanks that a mailed link opens. Looking changes nothing but the trail. Errors: `ClosingLinkProblem`. */
export function readLinkedThanks(token: string): Promise<Outcome<{ thanks: Thanks }, ClosingLinkProblem>> {
  return withActor(systemActor, async (tx) => {
    const opened = await openClosingLink(tx, "thanks", token);
    if (!opened.ok) return opened;
    const { agreement } = opened;
    const holder = holderOf(agreement, "employer", agreement.employerName);
    await recordOnAgreement(tx, holder, agreement, "agreement.read", { as: "thanks_link" });
    return done({ thanks: await thanksOf(tx, agreement) });
  });
}

/** Keeps what the employer says with a mailed link. Errors: `ClosingLinkProblem`. */
export function giveLinkedLessons(
  token: string,
  lessons: Lessons,
): Promise<Outcome<object, ClosingLinkProblem>> {
  return withActor(systemActor, async (tx) => {
    const opened = await openClosingLink(tx, "thanks", token, lockAgreement);
    if (!opened.ok) return opened;
    const { agreement } = opened;
    const holder = holderOf(agreement, "employer", agreement.employerName);
    await saveLessons(tx, agreement, lessons, { name: agreement.employerName, way: "link" });
    await recordOnAgreement(tx, holder, agreement, "lessons.written", { as: "link" });
    return done();
  });
}

type Reached = { agreement: Agreement; plan: AgreementPlan };

async function reach(tx: Tx, actor: Actor, id: string, to: "read" | "change"): Promise<Reached | null> {
  const agreement = await reachAgreement(tx, actor, id, "agreement.lessons", to);
  if (!agreement || (agreement.status !== "closed" && agreement.status !== "ended_early")) return null;
  const plan = await planOf(tx, agreement);
  return plan && { agreement, plan };
}

async function thanksOf(tx: Tx, agreement: Agreement): Promise<Thanks> {
  return {
    agreementId: agreement.id,
    title: agreement.placementTitle,
    placementId: agreement.placementId,
    employerName: agreement.employerName,
    lessons: await findLessons(tx, agreement.id),
    came: whatCame(await findWhatCame(tx, agreement.id)),
  };
}

/** The hours of the first week as agreed, the most that was done in a week, and what was made easier. */
async function livedOf(tx: Tx, { agreement, plan: { content } }: Reached) {
  const firstHours = hoursInWeek(content.stepPlan, 1);
  const done = (await listWeekHours(tx, agreement.id)).map(({ hours }) => Math.ceil(hours));
  return { firstHours, mostHours: Math.max(firstHours, ...done), adaptations: content.adaptations.list };
}

function factsOf(values: OwnPlacementValues): ListingFacts {
  const levels = values.demands as Partial<Record<Demand, string>> | undefined;
  return {
    hoursMin: Number(String(values.hoursMin).replace(",", ".")),
    hoursMax: Number(String(values.hoursMax).replace(",", ".")),
    adaptations: [values.adaptations ?? []].flat() as Adaptation[],
    demands: Object.fromEntries(
      demands.map((demand) => {
        const level = levels?.[demand];
        return [demand, level !== undefined && /^[0-3]$/.test(level) ? (Number(level) as Level) : null];
      }),
    ),
  };
}

/** The form as it stands, with the changes made: what nobody knew stays unknown. */
function changed(values: OwnPlacementValues, changes: readonly ListingChange[]): OwnPlacementValues {
  const next = withChanges(factsOf(values), changes);
  const levels = Object.entries(next.demands).flatMap(([demand, level]) =>
    level === null || level === undefined ? [] : [[demand, String(level)] as const],
  );
  return {
    ...values,
    hoursMin: String(next.hoursMin),
    hoursMax: String(next.hoursMax),
    adaptations: [...next.adaptations],
    demands: { ...(values.demands as object), ...Object.fromEntries(levels) },
  } as OwnPlacementValues;
}
