import { z } from "zod";
import { fail, type Outcome } from "#app/domain/outcome";
import type { UnknownLevel } from "#app/domain/placements/offer-listing";
import { after, type OfferStatus } from "#app/domain/placements/offer-status";
import { changeTo } from "#app/domain/placements/transitions";
import {
  type Demand,
  demands,
  type Level,
  type PlacementStatus,
  placementKinds,
} from "#app/domain/placements/vocabulary";

/** What can be said about a listing in review. */
export const decisions = ["approved", "more_needed", "refused"] as const;
export type Decision = (typeof decisions)[number];

/** What the employer is asked to complete. */
export const moreReasons = [
  "tasks_unclear",
  "supervisor_missing",
  "hours_unclear",
  "address_unclear",
  "demands_unclear",
  "contact_unreachable",
  "other",
] as const;
/** Why a listing is not published. */
export const refusalReasons = [
  "not_the_employer",
  "is_a_vacancy",
  "no_supervision",
  "work_environment",
  "replaces_staff",
  "other",
] as const;

// Messages are codes of `offer:error.*`.
const level = z.enum(["0", "1", "2", "3"], { error: "level" }).transform((text) => Number(text) as Level);
const note = z.string().trim().max(1000, { error: "too_long" }).default("");
const phone = z
  .string({ error: "phone" })
  .trim()
  .regex(/^\+?[\d\s()/-]{5,30}$/, { error: "phone" });
const words = <const Word extends string>(list: readonly Word[]) =>
  z.array(z.enum(list, { error: "choose_in_list" }), { error: "choose_reason" }).min(1, "choose_reason");
/** "Other" says nothing by itself. */
const explainsOther = ({ reasons, note: said }: { reasons: readonly string[]; note: string }) =>
  !reasons.includes("other") || said !== "";
const otherNeedsWords = { path: ["note"], message: "other_needs_words" };

/** The forms of a decision. `demand_*` are asked for only where the employer did not know. */
export const reviewSchemas = {
  approved: z.object({
    kinds: z
      .array(z.enum(placementKinds, { error: "choose_in_list" }), { error: "choose_kind" })
      .min(1, "choose_kind"),
    supportLevel: level,
    ...(Object.fromEntries(demands.map((demand) => [`demand_${demand}`, level.optional()])) as Record<
      `demand_${(typeof demands)[number]}`,
      z.ZodOptional<typeof level>
    >),
    /** The sender may look after the employer's places from now on; asked for a known organisation number only. */
    giveRights: z.literal("yes").optional(),
  }),
  more_needed: z.object({ reasons: words(moreReasons), note, phone }).refine(explainsOther, otherNeedsWords),
  refused: z.object({ reasons: words(refusalReasons), note, phone }).refine(explainsOther, otherNeedsWords),
};

/** What the employer left open. */
export type Open = { unknown: readonly Demand[]; supportUnknown: boolean };

export function openIn(levels: readonly UnknownLevel[]): { unknown: Demand[]; supportUnknown: boolean } {
  return {
    unknown: demands.filter((demand) => levels.includes(demand)),
    supportUnknown: levels.includes("support"),
  };
}

/** Whether an approval answers everything that the employer left open: nothing is published on what is only typical. */
export function answersAll(form: ReviewForms["approved"], { unknown, supportUnknown }: Open): boolean {
  if (supportUnknown && form.supportLevel === undefined) return false;
  return unknown.every((demand) => form[`demand_${demand}`] !== undefined);
}

/** An approval that answers everything that the employer left open; what was known stays as it is. */
export function approvalSchema(open: Open & { supportLevel: Level }) {
  const { unknown, supportUnknown, supportLevel } = open;
  const must = Object.fromEntries(unknown.map((demand) => [`demand_${demand}`, level]));
  const support = supportUnknown ? level : z.unknown().transform((): Level => supportLevel);
  const { kinds, giveRights } = reviewSchemas.approved.shape;
  return z.object({ kinds, giveRights, ...must, supportLevel: support });
}
export type ReviewForms = { [Form in Decision]: z.output<(typeof reviewSchemas)[Form]> };

const events = { approved: "approve", more_needed: "ask_more", refused: "refuse" } as const;
const placementStatuses = { approved: "published", more_needed: "in_review", refused: "archived" } as const;

/**
 * What a decision does to the listing and to the offer that it came from (null: the employer wrote it signed in). Who
 * may decide is the service's question: a coordinator there, or the employer's own contact about its own places.
 */
export function decide(
  decision: Decision,
  placement: { status: PlacementStatus; claimed: number },
  offer: OfferStatus | null,
): Outcome<{ placement: PlacementStatus; offer: OfferStatus | null }, "wrong_status"> {
  if (placement.status !== "in_review") return fail("wrong_status");
  const to = placementStatuses[decision];
  if (to !== "in_review" && !changeTo(placement, to, "coordinator").ok) return fail("wrong_status");
  if (offer === null) return { ok: true, placement: to, offer: null };
  const moved = after(offer, events[decision]);
  return moved.ok ? { ok: true, placement: to, offer: moved.to } : fail("wrong_status");
}
