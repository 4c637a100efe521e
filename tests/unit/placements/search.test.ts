import { expect, test } from "vitest";
import { publicActor } from "#app/domain/identity/actor";
import { freshnessOf } from "#app/domain/placements/freshness";
import { parseMapView } from "#app/domain/placements/map-view";
import { parseSearch } from "#app/domain/placements/search";
import { listChoices, pageQuery, withValue } from "#app/domain/placements/search-choices";
import { changeTo, nextStatuses } from "#app/domain/placements/transitions";
import { visibleTo } from "#app/domain/placements/visibility";
import { placementStatuses } from "#app/domain/placements/vocabulary";

const search = (query: string) => parseSearch(new URLSearchParams(query));

test("an empty form is a search for everything, latest confirmed first", () => {
  expect(search("ort=&km=&timmar=&svenska=&uppgift=&kommun=").search).toEqual({
    locality: null,
    coordinates: null,
    km: null,
    kinds: [],
    tasks: [],
    municipality: null,
    hours: null,
    swedish: null,
    needs: [],
    adaptations: [],
    startsOn: null,
    sort: "bekraftad",
    page: 1,
    perPage: 12,
  });
});

test("lists are repeated or separated by comma, and come in one order", () => {
  const wanted = ["praktik", "skyddad"];
  expect(search("typ=skyddad&typ=praktik").search?.kinds).toEqual(wanted);
  expect(search("typ=skyddad,praktik,skyddad").search?.kinds).toEqual(wanted);
});

test("with a place the nearest come first, unless the latest confirmed are asked for", () => {
  expect(search("ort=Nora").search?.sort).toBe("avstand");
  expect(search("lat=59.5&lon=15").search?.sort).toBe("avstand");
  expect(search("ort=Nora&sort=bekraftad").search?.sort).toBe("bekraftad");
});

test.each([
  ["per_sida=101", "per_sida"],
  ["per_sida=0", "per_sida"],
  ["sida=1.5", "sida"],
  ["km=25", "km_place"],
  ["ort=Nora&km=-1", "km"],
  ["lat=59", "lat_lon"],
  ["lat=0&lon=15", "lat"],
  ["typ=jobb", "typ"],
  ["uppgift=kafe,okand", "uppgift"],
  ["timmar=många", "timmar"],
  ["svenska=4", "svenska"],
  ["sort=namn", "sort"],
])("%s is refused with %s", (query, code) => {
  const { search: read, errors } = search(query);
  expect(read).toBeNull();
  expect(errors.map((error) => error.code)).toContain(code);
});

test("each chip takes its own choice away and starts over at page one", () => {
  const query = new URLSearchParams("ort=Nora&km=25&typ=praktik,skyddad&behov=lyft&sida=3&svenska=");
  const choices = listChoices(query);
  expect(choices.map(({ field, value }) => `${field}=${value}`)).toEqual([
    "ort=Nora",
    "km=25",
    "behov=lyft",
    "typ=praktik",
    "typ=skyddad",
  ]);
  expect(choices.find(({ value }) => value === "praktik")?.without).toBe(
    "ort=Nora&km=25&typ=skyddad&behov=lyft",
  );
  expect(choices.find(({ field }) => field === "ort")?.without).toBe("typ=praktik%2Cskyddad&behov=lyft");
  expect(pageQuery(query, 4)).toBe("ort=Nora&km=25&typ=praktik%2Cskyddad&behov=lyft&sida=4");
  expect(withValue(query, "km", "50")).toBe("ort=Nora&km=50&typ=praktik%2Cskyddad&behov=lyft");
  expect(withValue(query, "km", "")).toBe("ort=Nora&typ=praktik%2Cskyddad&behov=lyft");
});

test("a confirmation is fresh for sixty days", () => {
  expect(freshnessOf("2026-03-03", "2026-03-03")).toEqual({ days: 0, tone: "ok" });
  expect(freshnessOf("2026-01-02", "2026-03-03")).toEqual({ days: 60, tone: "ok" });
  expect(freshnessOf("2026-01-01", "2026-03-03")).toEqual({ days: 61, tone: "warn" });
});

test.each(["1,2,3", "16,59,15,60", "a,b,c,d", ",,,"])("bbox=%s is refused", (bbox) => {
  expect(parseMapView(new URLSearchParams({ bbox })).errors).toEqual([{ field: "bbox", code: "bbox" }]);
});

test("who sees what: everybody the public ones, those signed in more, coordinators all", () => {
  const signedIn = { ...publicActor, userId: "u", role: "participant" as const };
  expect(visibleTo(publicActor)).toEqual(["public"]);
  expect(visibleTo(signedIn)).toEqual(["public", "signed_in"]);
  expect(visibleTo({ ...signedIn, role: "coordinator" })).toHaveLength(3);
});

test("a placement moves only along the table, and never ends while somebody has it", () => {
  expect(nextStatuses("draft", "coordinator")).toEqual(["in_review", "published", "archived"]);
  expect(nextStatuses("published", "employer")).toEqual(["paused", "archived"]);
  expect(nextStatuses("paused", "coordinator")).toEqual(["published", "archived"]);
  expect(nextStatuses("archived", "coordinator")).toEqual([]);
  expect(changeTo({ status: "published", claimed: 1 }, "archived", "coordinator")).toEqual({
    ok: false,
    code: "slots_taken",
  });
  for (const status of placementStatuses) {
    expect(nextStatuses(status, "participant")).toEqual([]);
    expect(changeTo({ status, claimed: 0 }, status, "coordinator")).toEqual({
      ok: false,
      code: "wrong_status",
    });
  }
});
