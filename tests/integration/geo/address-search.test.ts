import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

// A small service as Nominatim answers, and as a broken one does.
const asked: URL[] = [];
let reply: (response: ServerResponse) => void;
const server = createServer((request, response) => {
  asked.push(new URL(request.url ?? "", "http://geocoder"));
  reply(response);
});
const says = (body: unknown, status = 200) => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  reply = (response) => response.writeHead(status, { "Content-Type": "application/json" }).end(text);
};
const folder = mkdtempSync(join(tmpdir(), "praktikkartan-geocoder-"));
const street = { lat: "59.5916", lon: "15.2277", display_name: "Storgatan 1, Lindesberg, Sverige" };
const middle = { source: "unavailable", found: [{ label: "Lindesberg" }] };
let searchAddress: typeof import("#app/services/geo/search-address.server").searchAddress;
let placesNamed: typeof import("#app/services/geo/search-address.server").placesNamed;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  // Settings are read once, when the module is first imported.
  process.env.GEOCODER_URL = `http://127.0.0.1:${port}/search`;
  process.env.DATA_DIR = folder;
  ({ placesNamed, searchAddress } = await import("#app/services/geo/search-address.server"));
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a street that is found is answered, and the service is asked once", async () => {
  says([street, { ...street, lat: "48.1", display_name: "Storgatan, Wien" }]);
  const answer = {
    source: "streets",
    found: [{ lat: 59.5916, lon: 15.2277, label: "Storgatan 1, Lindesberg, Sverige" }],
  };
  expect(await searchAddress("Storgatan 1", "Lindesberg")).toEqual(answer);
  expect(await searchAddress("storgatan 1", "lindesberg")).toEqual(answer);
  expect(asked).toHaveLength(1);
  expect(Object.fromEntries(asked[0]!.searchParams)).toMatchObject({
    q: "Storgatan 1, Lindesberg",
    countrycodes: "se",
  });
});

test("many who ask for the same at once all have the answer", async () => {
  says([street]);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => searchAddress("Storgatan 2", "Lindesberg")),
  );
  for (const { source } of answers) expect(source).toBe("streets");
});

test("no such street: the middle of the locality, and the service is asked again another time", async () => {
  says([]);
  expect(await searchAddress("Påhittsgatan 1", "Lindesberg")).toMatchObject({
    ...middle,
    source: "not_found",
  });
  says([street]);
  expect(await searchAddress("Påhittsgatan 1", "Lindesberg")).toMatchObject({ source: "streets" });
});

test("only abroad is not found here", async () => {
  says([{ ...street, lat: "48.1", lon: "16.3" }]);
  expect(await searchAddress("Ringstrasse 1", "Lindesberg")).toMatchObject({ source: "not_found" });
});

test("a service that does not answer in time is not waited for", async () => {
  reply = () => {};
  const began = Date.now();
  expect(await searchAddress("Långsamgatan 1", "Lindesberg")).toMatchObject(middle);
  expect(Date.now() - began).toBeLessThan(6000);
});

test.each([
  ["an error", () => says("Internal Server Error", 500)],
  ["a refusal", () => says({ error: "Too many requests" }, 429)],
  ["no JSON", () => says("<html>Välkommen</html>")],
  ["no list", () => says({ error: "nonsense" })],
  ["a list of nonsense", () => says([null, 7, { lat: "norr", lon: "öst", display_name: {} }])],
  ["more than anybody reads", () => says([{ ...street, display_name: "x".repeat(5_000_000) }])],
  [
    "half an answer",
    () => {
      reply = (response) => {
        response.writeHead(200, { "Content-Length": "5000" }).write("[{");
        setImmediate(() => response.destroy());
      };
    },
  ],
])("%s: the middle of the locality", async (what, make) => {
  make();
  expect(await searchAddress(what, "Lindesberg")).toMatchObject(middle);
});

test("a locality alone is the gazetteer's, and nobody is asked; one that nobody knows is nowhere", async () => {
  says([street]);
  expect(await placesNamed("Lindesberg")).toMatchObject([{ label: "Lindesberg" }]);
  expect(asked).toHaveLength(0);
  says([]);
  expect(await searchAddress("Storgatan 1", "Xyzzyköping")).toEqual({ source: "not_found", found: [] });
});
