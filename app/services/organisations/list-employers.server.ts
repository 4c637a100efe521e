import type { Coordinates } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import { colleague } from "#app/domain/organisations/policy";
import type { RegisterEmployer } from "#app/domain/organisations/register";
import type { EmployerSearch } from "#app/domain/organisations/register-query";
import type { Ring } from "#app/domain/organisations/ring";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { PlacementKind } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { toSweref, toWgs84 } from "#app/platform/projection.server";
import { withNumbersAsSeen } from "#app/services/organisations/number-as-seen.server";
import { withActor } from "#db/client.server";
import { contactLimit } from "#db/queries/employer-contacts.server";
import * as register from "#db/queries/employer-register.server";
import { listRings } from "#db/queries/employer-rings.server";

const perPage = 25;

export type EmployerList = {
  rows: RegisterEmployer[];
  total: number;
  page: number;
  pages: number;
  municipalities: { code: string; name: string; isOwn: boolean }[];
  rings: Ring[];
  /** West, south, east, north of their workplaces, in degrees; null when there are none. */
  bounds: [number, number, number, number] | null;
  /** So many contacts in thirty days are enough. */
  limit: number;
  /** ISO date. */
  today: string;
};

/** One page of all employers that suit, with what a coordinator filters by. Errors: `forbidden`. */
export async function listEmployers(
  actor: Actor,
  search: EmployerSearch,
): Promise<Outcome<EmployerList, "forbidden">> {
  const me = colleague(actor, "register.read");
  if (!me) return fail("forbidden");
  const day = today();
  return withActor(actor, async (tx) => {
    const looking = { userId: me.userId, today: day };
    const window = { limit: perPage, offset: (search.page - 1) * perPage };
    const found = await register.listEmployers(tx, search, looking, window);
    return done({
      ...found,
      rows: await withNumbersAsSeen(tx, found.rows, me),
      page: search.page,
      pages: Math.max(1, Math.ceil(found.total / perPage)),
      municipalities: await register.listEmployerMunicipalities(tx, me.associationId),
      rings: await listRings(tx),
      bounds: degrees(await register.boxAround(tx, search, looking)),
      limit: await contactLimit(tx, me.associationId),
      today: day,
    });
  });
}

function degrees(box: register.Box | null): EmployerList["bounds"] {
  if (!box) return null;
  const southWest = toWgs84({ east: box.west, north: box.south });
  const northEast = toWgs84({ east: box.east, north: box.north });
  return [southWest.lon, southWest.lat, northEast.lon, northEast.lat];
}

export type MapView = { bbox: { west: number; south: number; east: number; north: number }; zoom: number };
export type MappedEmployers = {
  count: number;
  at: Coordinates;
  kinds: PlacementKind[];
  employerId: number;
  workplaceId: number;
  name: string;
  locality: string;
};

const mostOnMap = 2000;
const closestClustered = 11;
/** Pixels of a square in which workplaces are shown together. */
const squarePixels = 70;

/** The workplaces of the same employers in a view of the map, near ones together. Errors: `forbidden`. */
export async function mapEmployers(
  actor: Actor,
  search: EmployerSearch,
  { bbox, zoom }: MapView,
): Promise<Outcome<{ places: MappedEmployers[] }, "forbidden">> {
  const me = colleague(actor, "register.read");
  if (!me) return fail("forbidden");
  const corners = [
    toSweref({ lat: bbox.south, lon: bbox.west }),
    toSweref({ lat: bbox.south, lon: bbox.east }),
    toSweref({ lat: bbox.north, lon: bbox.west }),
    toSweref({ lat: bbox.north, lon: bbox.east }),
  ];
  const box = {
    west: Math.min(...corners.map(({ east }) => east)),
    east: Math.max(...corners.map(({ east }) => east)),
    south: Math.min(...corners.map(({ north }) => north)),
    north: Math.max(...corners.map(({ north }) => north)),
  };
  const metresAPixel = (156_543 * Math.cos((((bbox.south + bbox.north) / 2) * Math.PI) / 180)) / 2 ** zoom;
  const side = zoom > closestClustered ? null : metresAPixel * squarePixels;
  return withActor(actor, async (tx) => {
    const looking = { userId: me.userId, today: today() };
    const found = await register.mapWorkplaces(tx, search, looking, { box, side, limit: mostOnMap });
    return done({ places: found.map(({ point, ...place }) => ({ ...place, at: toWgs84(point) })) });
  });
}
