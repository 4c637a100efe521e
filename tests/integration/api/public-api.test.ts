import "./settings";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { anAssociation } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { owner } from "#tests/support/owner";
import { startProduct } from "#tests/support/product";
import { signInDirectly } from "#tests/support/session";

// The public API as the world meets it: over HTTP, from the build.
let origin: string;
const published: number[] = [];
const addresses = ["/api/platser.json", "/api/platser.geojson", "/api/openapi.json"];
/** Placements that an anonymous reader must never meet, by why. */
const hidden = new Map<string, number>();

beforeAll(async () => {
  for (let nth = 0; nth < 25; nth++) published.push((await aPlacement(2)).id);
  for (const [why, change] of Object.entries({
    signed_in: { visibility: "signed_in" },
    coordinators: { visibility: "coordinators" },
    draft: { status: "draft" },
    in_review: { status: "in_review" },
    paused: { status: "paused" },
    archived: { status: "archived" },
  })) {
    const { id } = await aPlacement();
    await owner`UPDATE placements SET ${owner(change)} WHERE id = ${id}`;
    hidden.set(why, id);
  }
  origin = await startProduct();
});

let callers = 0;
/** Asks as somebody new, so that no test uses up another's questions. */
function ask(path: string, init: RequestInit & { from?: string } = {}): Promise<Response> {
  callers += 1;
  const headers = new Headers(init.headers);
  headers.set("X-Forwarded-For", init.from ?? `203.0.113.${callers % 250}`);
  return fetch(`${origin}${path}`, { ...init, headers });
}
const json = async (path: string, init?: RequestInit) => (await ask(path, init)).json();
const list = async (query: string, init?: RequestInit) => {
  const answer = await json(`/api/platser.json?${query}`, init);
  return {
    total: answer.totalt as number,
    ids: answer.platser.map(({ id }: { id: number }) => id) as number[],
  };
};

describe("the list", () => {
  test("totalt is exact, and the pages together are every placement once", async () => {
    const seen: number[] = [];
    for (let page = 1; page <= 4; page++) {
      const { total, ids } = await list(`per_sida=10&sida=${page}`);
      expect(total).toBe(25);
      seen.push(...ids);
    }
    expect(seen.sort((a, b) => a - b)).toEqual(published);
  });

  test("twelve a page when nothing is said, a hundred at most", async () => {
    expect(await json("/api/platser.json")).toMatchObject({ sida: 1, per_sida: 12, totalt: 25 });
    expect((await list("per_sida=100")).ids).toHaveLength(25);
    expect((await ask("/api/platser.json?per_sida=101")).status).toBe(400);
  });

  test("totalt counts what the filters leave, by distance with the distance", async () => {
    await owner`UPDATE placements SET tasks = '{bageri}' WHERE id = ${published[3]!}`;
    expect(await list("uppgift=bageri")).toEqual({ total: 1, ids: [published[3]] });
    const near = await json("/api/platser.json?ort=Lindesberg&km=50&sort=avstand");
    expect(near.totalt).toBe(25);
    expect(near.platser[0].avstand_km).toBeGreaterThanOrEqual(0);
    expect((await json("/api/platser.json?sort=bekraftad")).platser[0].avstand_km).toBeNull();
    expect(await list("ort=Kiruna&km=10")).toEqual({ total: 0, ids: [] });
  });
});

describe("what is not for everybody", () => {
  test.each(["signed_in", "coordinators", "draft", "in_review", "paused", "archived"])(
    "%s: in no list, in no map, and not at its own address",
    async (why) => {
      const id = hidden.get(why)!;
      expect((await list("per_sida=100")).ids).not.toContain(id);
      expect((await list("per_sida=100&ort=Lindesberg&km=100")).ids).not.toContain(id);
      const pins = await json("/api/platser.geojson?limit=5000");
      expect(pins.features.map((feature: { id: number }) => feature.id)).not.toContain(id);
      expect((await ask(`/platser/${id}`)).status).toBe(404);
    },
  );

  test("clusters do not count them", async () => {
    for (const zoom of [4, 9, 14]) {
      const { totalt, features } = await json(`/api/platser.geojson?zoom=${zoom}`);
      expect(totalt).toBe(25);
      const counted = features.map(
        ({ properties }: { properties: { count?: number } }) => properties.count ?? 1,
      );
      expect(counted.reduce((sum: number, count: number) => sum + count, 0)).toBe(25);
    }
  });

  test("a coordinator sees what coordinators may see, with the same address", async () => {
    const membership = { role: "coordinator" as const, associationId: await anAssociation() };
    const user = await seedAccount({ email: "api@probe.example", name: "Api", memberships: [membership] });
    const cookie = await signInDirectly(owner, user, process.env.AUTH_SECRET!, true);
    const { ids } = await list("per_sida=100", { headers: { Cookie: cookie } });
    expect(ids).toContain(hidden.get("coordinators"));
    expect(ids).toContain(hidden.get("signed_in"));
    expect(ids).not.toContain(hidden.get("draft"));
  });
});

describe("what changes and what does not", () => {
  test.each(addresses)("%s: an answer that is known is not sent again", async (path) => {
    const first = await ask(path);
    const etag = first.headers.get("ETag")!;
    expect(etag).toMatch(/^W\/".+"$/);
    const again = await ask(path, { headers: { "If-None-Match": `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("ETag")).toBe(etag);
    expect((await ask(path, { headers: { "If-None-Match": 'W/"other"' } })).status).toBe(200);
  });

  test("a new placement is another answer", async () => {
    const query = "/api/platser.json?kommun=1885&per_sida=1";
    const etag = (await ask(query)).headers.get("ETag")!;
    const { id } = await aPlacement();
    const changed = await ask(query, { headers: { "If-None-Match": etag } });
    expect(changed.status).toBe(200);
    expect((await changed.json()).totalt).toBe(26);
    await owner`UPDATE placements SET status = 'archived' WHERE id = ${id}`;
  });

  test("browsers ask anew each time, and keep no signed-in answer for others", async () => {
    const { headers } = await ask("/api/platser.json");
    expect(headers.get("Cache-Control")).toBe("no-cache");
    expect(headers.get("Vary")).toMatch(/Cookie/);
  });
});

describe("from any website", () => {
  test.each(addresses)("%s may be read, also after asking first", async (path) => {
    const read = await ask(path, { headers: { Origin: "https://kommunen.example" } });
    expect(read.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(read.headers.get("Access-Control-Expose-Headers")).toMatch(/ETag.*Retry-After/);
    expect(read.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    const asked = await ask(path, {
      method: "OPTIONS",
      headers: { Origin: "https://kommunen.example", "Access-Control-Request-Method": "GET" },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(asked.headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
    expect(asked.headers.get("Access-Control-Allow-Headers")).toBe("If-None-Match");
  });

  test("but nothing that is not public", async () => {
    const asked = await ask("/api/undantag.json", { method: "OPTIONS" });
    expect(asked.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  test.each(addresses)("%s: HEAD is GET without the body", async (path) => {
    const [head, get] = [await ask(path, { method: "HEAD" }), await ask(path)];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    for (const name of ["ETag", "Content-Type", "Access-Control-Allow-Origin"]) {
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    }
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("%s is not there", async (method) => {
    expect((await ask("/api/platser.json", { method })).status).toBe(405);
  });
});

test("who asks too often is told when to come back, and others are not in the way", async () => {
  const from = "198.51.100.7";
  for (let left = 99; left >= 0; left--) {
    const { status, headers } = await ask("/api/openapi.json", { from });
    expect([status, headers.get("RateLimit-Remaining")]).toEqual([200, String(left)]);
    expect(headers.get("RateLimit-Limit")).toBe("100");
  }
  const refused = await ask("/api/platser.json", { from });
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get("Retry-After"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(refused.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await refused.json()).toEqual({
    fel: [{ kod: "too_many", text: "För många förfrågningar. Vänta en stund och försök igen." }],
  });
  expect((await ask("/api/platser.json", { from: "198.51.100.8" })).status).toBe(200);
});

const wrongInBoth = [
  ["ort", "ort=Ingenstans"],
  ["lat", "lat=99&lon=15"],
  ["lat", "lat=59"],
  ["lon", "lat=59&lon=99"],
  ["km", "ort=Nora&km=-1"],
  ["km", "km=10"],
  ["typ", "typ=lekstuga"],
  ["uppgift", "uppgift=lekstuga"],
  ["kommun", "kommun=Ingenstans"],
  ["timmar", "timmar=99"],
  ["fran", "fran=snart"],
  ["svenska", "svenska=7"],
  ["behov", "behov=lekstuga"],
  ["anpassning", "anpassning=lekstuga"],
] as const;
const wrong: Record<string, readonly (readonly [string, string])[]> = {
  "/api/platser.json": [
    ...wrongInBoth,
    ["sort", "sort=namn"],
    ["sida", "sida=0"],
    ["per_sida", "per_sida=101"],
    ["per_sida", "per_sida=tolv"],
  ],
  "/api/platser.geojson": [
    ...wrongInBoth,
    ["bbox", "bbox=14,59"],
    ["bbox", "bbox=16,60,14,59"],
    ["zoom", "zoom=99"],
    ["limit", "limit=0"],
  ],
};

describe.each(Object.entries(wrong))("%s refuses", (path, cases) => {
  test.each(cases)("a wrong %s (%s) with a sentence in Swedish", async (field, query) => {
    const answer = await ask(`${path}?${query}`);
    expect(answer.status).toBe(400);
    const { fel } = await answer.json();
    expect(fel).toHaveLength(1);
    expect(fel[0].falt).toBe(field);
    // A sentence with a space in it, not the name of a text that is missing.
    expect(fel[0].text).toMatch(/^(\p{Lu}|[a-z_]+ ska ).* .*\.$/u);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });
});

describe("the description", () => {
  type Schema = { [key: string]: unknown; enum?: string[]; items?: Schema; maximum?: number };
  type Described = { name: string; in: string; schema: Schema };
  const describeApi = async () => {
    const api = await json("/api/openapi.json");
    return api as { openapi: string; paths: Record<string, { get: { parameters: Described[] } }> } & Schema;
  };

  test("is OpenAPI 3.1 and every reference in it leads somewhere", async () => {
    const api = await describeApi();
    expect(api.openapi).toMatch(/^3\.1\.\d+$/);
    expect(api.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
    expect(references.length).toBeGreaterThan(4);
    for (const reference of references) {
      const found = reference.split("/").reduce((at: unknown, key) => (at as Schema)?.[key], api);
      expect(found, reference).toBeTypeOf("object");
    }
  });

  test("names exactly the parameters that the addresses read", async () => {
    const { paths } = await describeApi();
    expect(Object.keys(paths).sort()).toEqual(Object.keys(wrong).sort());
    for (const [path, { get }] of Object.entries(paths)) {
      const names = get.parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      // Each wrong value above was refused by its name: so each is read.
      expect([...names].sort()).toEqual([...new Set(wrong[path]!.map(([field]) => field))].sort());
      expect(get.parameters.every((one) => one.in === "query")).toBe(true);
    }
  });

  test("every word that it offers is understood", async () => {
    const { paths } = await describeApi();
    for (const [path, { get }] of Object.entries(paths)) {
      for (const { name, schema } of get.parameters) {
        const words = schema.enum ?? schema.items?.enum ?? (schema.maximum ? [String(schema.maximum)] : []);
        for (const word of words) {
          const more =
            name === "km" ? "&ort=Nora" : name === "lat" ? "&lon=15" : name === "lon" ? "&lat=60" : "";
          const { status } = await ask(`${path}?${name}=${word}${more}`);
          expect(status, `${path}?${name}=${word}`).toBe(200);
        }
      }
    }
  });

  test.each([
    ["/api/platser.json?ort=Nora", "Svar"],
    ["/api/platser.json", "Svar"],
    ["/api/platser.geojson?limit=3", "Karta"],
    ["/api/platser.geojson?zoom=5", "Karta"],
    ["/api/platser.json?sida=0", "Fel"],
  ])("%s answers what it says of %s, and nothing more", async (path, name) => {
    const { components } = (await describeApi()) as unknown as {
      components: { schemas: Record<string, Schema> };
    };
    const answer = await json(path);
    expect(() => exactly(components.schemas, name).parse(answer)).not.toThrow();
  });

  /** The schema with its references put in, letting nothing pass that it does not name. */
  function exactly(schemas: Record<string, Schema>, name: string): z.ZodType {
    const strict = (schema: unknown): unknown => {
      if (Array.isArray(schema)) return schema.map(strict);
      if (typeof schema !== "object" || schema === null) return schema;
      const { $ref, ...rest } = schema as Schema & { $ref?: string };
      if ($ref) return strict(schemas[$ref.split("/").at(-1)!]);
      const inside = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, strict(value)]));
      return inside.type === "object" && !("additionalProperties" in inside)
        ? { ...inside, additionalProperties: false }
        : inside;
    };
    return z.fromJSONSchema(strict(schemas[name]) as Parameters<typeof z.fromJSONSchema>[0]);
  }
});

test("the map is GeoJSON: points in degrees, east before north", async () => {
  const answer = await ask("/api/platser.geojson?bbox=14,59,16,60");
  expect(answer.headers.get("Content-Type")).toBe("application/geo+json; charset=utf-8");
  const { type, features } = await answer.json();
  expect(type).toBe("FeatureCollection");
  expect(features).toHaveLength(25);
  for (const { type: kind, geometry, properties } of features) {
    expect([kind, geometry.type]).toEqual(["Feature", "Point"]);
    const [east, north] = geometry.coordinates;
    expect(east).toBeCloseTo(15.18, 1);
    expect(north).toBeCloseTo(59.58, 1);
    expect(properties).toMatchObject({ title: expect.any(String), kinds: ["praktik"] });
  }
  expect((await json("/api/platser.geojson?bbox=17,65,18,66")).features).toEqual([]);
  expect((await json("/api/platser.geojson?limit=3")).features).toHaveLength(3);
});
