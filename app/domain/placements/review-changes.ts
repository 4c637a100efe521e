import type { FieldChange } from "#app/domain/organisations/entry-fields";
import type { Offer } from "#app/domain/placements/offer-form";
import type { UnknownLevel } from "#app/domain/placements/offer-listing";
import type { ReviewForms } from "#app/domain/placements/review-decision";
import { demands, type Level, type Levels, type PlacementKind } from "#app/domain/placements/vocabulary";

type Before = { kinds: PlacementKind[]; supportLevel: Level; demands: Levels };

/**
 * What an approval fills in or changes for the employer. `said` is what the employer itself answered (null: it wrote the
 * listing signed in), `unknown` what it left open; the public form does not ask for kinds, so those are always the reviewer's.
 */
export function changesAtReview(
  before: Before,
  said: Offer | null,
  form: ReviewForms["approved"],
  unknown: readonly UnknownLevel[] = [],
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const demand of demands) {
    const after = form[`demand_${demand}`];
    const known = said ? said.demands[`demand_${demand}`] : before.demands[demand];
    const was = unknown.includes(demand) ? null : known;
    if (after !== undefined && after !== was) changes.push({ field: demand, before: was, after });
  }
  const saidSupport = said ? said.people.supportLevel : before.supportLevel;
  const support = unknown.includes("support") ? null : saidSupport;
  // A coordinator who changed it in the listing's own form has been noted there.
  if (support === null || form.supportLevel !== before.supportLevel)
    changes.push({ field: "support", before: support, after: form.supportLevel });
  const sameKinds = !said && before.kinds.join() === form.kinds.join();
  if (!sameKinds) changes.push({ field: "kinds", before: said ? null : before.kinds, after: form.kinds });
  return changes;
}
