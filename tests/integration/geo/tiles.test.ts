import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const picture = Buffer.from("89504e470d0a1a0a", "hex");
const asked: string[] = [];
let reply: { status: number; body: Buffer | string } = { status: 200, body: picture };
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.writeHead(reply.status, { "Content-Type": "image/png" }).end(reply.body);
});
const folder = mkdtempSync(join(tmpdir(), "praktikkartan-tiles-"));
let readTile: typeof import("#app/services/geo/read-tile.server").readTile;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  // Settings are read once, when the module is first imported.
  process.env.TILE_URL = `http://127.0.0.1:${port}/{z}/{x}/{y}.png`;
  process.env.DATA_DIR = folder;
  ({ readTile } = await import("#app/services/geo/read-tile.server"));
});

beforeEach(() => {
  asked.length = 0;
  reply = { status: 200, body: picture };
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a tile is fetched once, also when many ask at the same time, and then comes from the cache", async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => readTile("9", "277", "149")));
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, type: "image/png" });
  expect(await readTile("9", "277", "149")).toMatchObject({ ok: true });
  expect(asked).toEqual(["/9/277/149.png"]);
  expect(readdirSync(join(folder, "tiles"))).toEqual(["9-277-149"]);
});

test("what is not a picture is neither passed on nor kept", async () => {
  reply = { status: 200, body: "<script>alert(1)</script>" };
  expect(await readTile("9", "277", "150")).toEqual({ ok: false, code: "unavailable" });
  expect(readdirSync(join(folder, "tiles"))).not.toContain("9-277-150");
});

test("a tile server that fails is said to be unavailable", async () => {
  reply = { status: 500, body: picture };
  expect(await readTile("9", "278", "149")).toEqual({ ok: false, code: "unavailable" });
});

test("a tile outside Sweden is never asked for", async () => {
  expect(await readTile("9", "100", "149")).toEqual({ ok: false, code: "not_found" });
  expect(await readTile("9", "277", "..%2f149")).toEqual({ ok: false, code: "not_found" });
  expect(asked).toEqual([]);
});
