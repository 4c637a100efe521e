import type { Actor } from "#app/domain/identity/actor";
import { may } from "#app/domain/organisations/employer-rights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import {
  isSameOwnPlacement,
  type OwnPlacementForm,
  type OwnPlacementValues,
  ownValuesOf,
} from "#app/domain/placements/own-placement-form";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { asEmployer, type Self } from "#app/services/organisations/as-employer.server";
import { announceListing } from "#app/services/placements/announce-listing.server";
import { markOf } from "#app/services/placements/content-mark.server";
import type { Tx } from "#db/client.server";
import { lockEmployer } from "#db/queries/employer-people.server";
import { lockOwnPlacement } from "#db/queries/own-placements.server";
import { listOwnWorkplaces } from "#db/queries/own-workplaces.server";
import * as placements from "#db/queries/placement-form.server";

export type WorkplaceChoice = { id: number; name: string; locality: string; hasAddress: boolean };

/** The workplaces at which whoever asks may list a placement. Errors: `not_found` (none: not theirs to list). */
export function workplaceChoices(
  actor: Actor,
): Promise<Outcome<{ workplaces: WorkplaceChoice[]; mayAddWorkplace: boolean }, "not_found">> {
  return asEmployer(actor, async (tx, self) => {
    if (!may(self.posts, "placement.add")) return fail("not_found");
    return done({
      workplaces: await choicesOf(tx, self),
      mayAddWorkplace: may(self.posts, "workplace.add"),
    });
  });
}

type Edited = Outcome<
  { values: OwnPlacementValues; seen: string; status: PlacementStatus; workplaces: WorkplaceChoice[] },
  "not_found"
>;

/** An own placement as its form shows it, with a mark of what was seen. Errors: `not_found`. */
export function editOwnPlacement(actor: Actor, id: number): Promise<Edited> {
  return asEmployer(actor, (tx, self) => editOwnPlacementIn(tx, self, id));
}

/** The same inside a transaction: locked until it ends. */
export async function editOwnPlacementIn(tx: Tx, self: Self, id: number): Promise<Edited> {
  const known = await lockReached(tx, self, id);
  if (!known) return fail("not_found");
  const { values, status } = known;
  return done({ values, seen: markOf(values), status, workplaces: await choicesOf(tx, self) });
}

/**
 * Lists a placement at an own workplace. An employer that nobody has vouched for is looked at first by a coordinator
 * there; all others publish at once. The same form sent twice is one placement.
 * Errors: `not_found`, `workplace_unknown`, `address_missing` (of a workplace that staff know by its town only),
 * `title_taken`.
 */
export function addOwnPlacement(
  actor: Actor,
  form: OwnPlacementForm,
): Promise<
  Outcome<
    { id: number; status: PlacementStatus },
    "not_found" | "workplace_unknown" | "address_missing" | "title_taken"
  >
> {
  return asEmployer(actor, async (tx, self) => {
    const employer = await lockEmployer(tx, self.employerId);
    if (!employer || !may(self.posts, "placement.add")) return fail("not_found");
    const place = (await choicesOf(tx, self)).find(({ id }) => id === form.workplace);
    if (!place) return fail("workplace_unknown");
    if (!place.hasAddress) return fail("address_missing");
    const status = employer.verified ? "published" : "in_review";
    const placement = { ...form, employerId: self.employerId, workplaceId: place.id };
    const by = { status, userId: self.userId, today: today() } as const;
    const id = await placements.insertPlacement(tx, placement, by);
    if (id !== null) {
      if (status === "in_review") await announceListing(tx, id);
      return done({ id, status });
    }
    const same = await placements.findAtWorkplace(tx, place.id, form.title);
    const stored = same && same.createdBy === self.userId ? await lockReached(tx, self, same.id) : null;
    return same && stored && isSameOwnPlacement(stored.values, form)
      ? done({ id: same.id, status: stored.status })
      : fail("title_taken");
  });
}

/**
 * Changes an own placement; whoever changes it has seen that it is right, so it counts as confirmed. `seen` is the mark
 * of what the form was filled with, empty when nobody knows. Errors: `not_found`, `changed_meanwhile`, `workplace_unknown`,
 * `address_missing`, `title_taken`, `capacity_taken` (fewer than are taken).
 */
export function changeOwnPlacement(
  actor: Actor,
  id: number,
  form: OwnPlacementForm,
  seen: string,
): Promise<ChangedOwn> {
  return asEmployer(actor, (tx, self) => changeOwnPlacementIn(tx, self, id, form, seen));
}

type ChangedOwn = Outcome<
  object,
  | "not_found"
  | "changed_meanwhile"
  | "workplace_unknown"
  | "address_missing"
  | "title_taken"
  | "capacity_taken"
>;

/** The same inside a transaction. */
export async function changeOwnPlacementIn(
  tx: Tx,
  self: Self,
  id: number,
  form: OwnPlacementForm,
  seen: string,
): Promise<ChangedOwn> {
  const known = await lockReached(tx, self, id);
  if (!known) return fail("not_found");
  if (seen !== "" && seen !== markOf(known.values))
    return isSameOwnPlacement(known.values, form) ? done() : fail("changed_meanwhile");
  if (form.capacity < known.claimed) return fail("capacity_taken");
  const place = (await choicesOf(tx, self)).find((choice) => choice.id === form.workplace);
  if (!place) return fail("workplace_unknown");
  if (!place.hasAddress) return fail("address_missing");
  const placement = { ...form, employerId: self.employerId, workplaceId: place.id };
  return (await placements.updatePlacement(tx, id, placement, today())) ? done() : fail("title_taken");
}

async function choicesOf(tx: Tx, { employerId, posts }: Self): Promise<WorkplaceChoice[]> {
  const all = await listOwnWorkplaces(tx, employerId);
  return all
    .filter(({ id }) => may(posts, "placement.add", { workplaceId: id, placementId: null }))
    .map(({ id, name, locality, address }) => ({ id, name, locality, hasAddress: address !== "" }));
}

async function lockReached(tx: Tx, { employerId, posts }: Self, id: number) {
  const known = await lockOwnPlacement(tx, id, employerId);
  if (!known || !may(posts, "placement.change", { workplaceId: known.workplaceId, placementId: id }))
    return null;
  const stored = await placements.readPlacementForm(tx, id);
  return stored && { ...known, values: ownValuesOf(stored, known.workplaceId, known.unknownLevels) };
}
