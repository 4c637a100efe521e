import { distanceKm } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import { may } from "#app/domain/organisations/employer-rights";
import type { OwnWorkplaceForm } from "#app/domain/organisations/own-workplace-form";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { toSweref } from "#app/platform/projection.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import { lockEmployer } from "#db/queries/employer-people.server";
import {
  listOwnWorkplaces as list,
  type OwnWorkplace,
  writeOwnWorkplace,
} from "#db/queries/own-workplaces.server";

/** How far a pin may be from the middle of its locality: beyond, it is a slip of the hand. */
const farthestPinKm = 60;

export type OwnWorkplaceRow = OwnWorkplace & { mayChange: boolean };

/** The employer's workplaces. Errors: `not_found`. */
export function listOwnWorkplaces(
  actor: Actor,
): Promise<Outcome<{ rows: OwnWorkplaceRow[]; mayAdd: boolean }, "not_found">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    const rows = await list(tx, employerId);
    return done({
      rows: rows.map((row) => ({
        ...row,
        mayChange: may(posts, "workplace.change", { workplaceId: row.id, placementId: null }),
      })),
      mayAdd: may(posts, "workplace.add"),
    });
  });
}

/** One of them, to be changed; `null` asks whether one may be added. Errors: `not_found`. */
export function editOwnWorkplace(
  actor: Actor,
  id: number | null,
): Promise<Outcome<{ workplace: OwnWorkplace | null }, "not_found">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    if (id === null) return may(posts, "workplace.add") ? done({ workplace: null }) : fail("not_found");
    const workplace = (await list(tx, employerId)).find((one) => one.id === id);
    const isOwn = workplace && may(posts, "workplace.change", { workplaceId: id, placementId: null });
    return workplace && isOwn ? done({ workplace }) : fail("not_found");
  });
}

/**
 * Adds or changes a workplace; its placements follow with address and pin. The same form sent twice is one workplace.
 * Errors: `not_found`, `locality_unknown`, `pin_far`, `name_taken`.
 */
export async function saveOwnWorkplace(
  actor: Actor,
  id: number | null,
  form: OwnWorkplaceForm,
): Promise<Outcome<{ id: number }, "not_found" | "locality_unknown" | "pin_far" | "name_taken">> {
  const locality = await findLocality(form.locality);
  const pin = form.pin ? toSweref(form.pin) : null;
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    await lockEmployer(tx, employerId);
    const all = await list(tx, employerId);
    const known = id === null ? null : all.find((one) => one.id === id);
    const isAllowed =
      id === null
        ? may(posts, "workplace.add")
        : known && may(posts, "workplace.change", { workplaceId: id, placementId: null });
    if (!isAllowed) return fail("not_found");
    if (!locality) return fail("locality_unknown");
    const point = pin ?? locality.point;
    if (distanceKm(point, locality.point) > farthestPinKm) return fail("pin_far");
    const place = {
      name: form.name,
      address: form.address,
      locality: locality.name,
      municipalityCode: locality.municipalityCode,
      point,
    };
    const same =
      id === null ? all.find(({ name, address }) => name === place.name && address === place.address) : null;
    if (same) return done({ id: same.id });
    const saved = await writeOwnWorkplace(tx, employerId, id, place);
    return saved === null ? fail("name_taken") : done({ id: saved });
  });
}
