import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "praktikkartan-start-"));
// As root the database runs as another user, who must be able to pass here.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the product as `npm start` does, with only these settings; collects what it says. */
function start(settings: Record<string, string>) {
  const env: Record<string, string> = { DATA_DIR: folder, ...settings };
  for (const name of ["PATH", "HOME"]) env[name] = process.env[name] ?? "";
  const child = spawn(process.execPath, ["bin/start.js"], { env: env as NodeJS.ProcessEnv });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => (said.err += chunk));
  const exit = new Promise<number | null>((done) => child.once("exit", done));
  return { child, said, exit };
}

function readyLine(child: ChildProcess, said: { out: string; err: string }) {
  return new Promise<void>((done, fail) => {
    child.stdout?.on("data", () => said.out.includes("Praktikkartan is ready on") && done());
    child.once("exit", () => fail(new Error(said.err)));
  });
}

function listen(): Promise<{ server: Server; port: number }> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, () => done({ server, port: (server.address() as { port: number }).port }));
  });
}

test("a taken port is explained in one line", async () => {
  const { server, port } = await listen();
  const { said, exit } = start({ PORT: String(port) });
  expect(await exit).toBe(1);
  server.close();
  expect(said.err.trim().split("\n")).toEqual([expect.stringContaining(`Port ${port} är upptagen`)]);
});

test("a database that cannot be reached is explained in one line", async () => {
  const { server, port } = await listen();
  await new Promise((done) => server.close(done));
  const { said, exit } = start({ PORT: String(port), DATABASE_URL: "postgres://nobody:x@127.0.0.1:9/none" });
  expect(await exit).toBe(1);
  expect(said.err.trim().split("\n")).toEqual([expect.stringContaining("Databasen går inte att nå")]);
});

test("an address that is no address is explained in one line", async () => {
  const { said, exit } = start({ PORT: "3999", DATABASE_URL: "inte en adress" });
  expect(await exit).toBe(1);
  expect(said.err.trim().split("\n")).toEqual([
    expect.stringContaining("Adressen till databasen går inte att läsa"),
  ]);
});

test.each([
  ["is missing", {}, "MEDICAL_KEY saknas"],
  ["is too short", { MEDICAL_KEY: "a29ydA==" }, "MEDICAL_KEY ska vara 32 byte"],
])("a production start whose medical key %s is refused in one line", async (_what, given, expected) => {
  const { server, port } = await listen();
  await new Promise((done) => server.close(done));
  const database = { NODE_ENV: "production", DATABASE_URL: "postgres://nobody:x@127.0.0.1:9/none" };
  const { said, exit } = start({ PORT: String(port), ...database, ...given });
  expect(await exit).toBe(1);
  expect(said.err.trim().split("\n")).toEqual([expect.stringContaining(expected)]);
});

/** Another start on the files of a running one says so in one line and leaves its database alone. */
async function refusesTheSameFolder(port: number) {
  const { server, port: another } = await listen();
  await new Promise((done) => server.close(done));
  const { said, exit } = start({ PORT: String(another) });
  expect(await exit).toBe(1);
  expect(said.err.trim().split("\n")).toEqual([
    expect.stringContaining(`redan igång på http://localhost:${port}`),
  ]);
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);
}

test("SIGTERM stops the product and its embedded database; the second start is quick", {
  timeout: 180_000,
}, async () => {
  for (const round of ["first", "second"]) {
    const { server, port } = await listen();
    await new Promise((done) => server.close(done));
    const { child, said, exit } = start({ PORT: String(port) });
    await readyLine(child, said);
    expect((await fetch(`http://localhost:${port}/healthz`)).status, round).toBe(200);
    expect((await fetch(`http://localhost:${port}/readyz`)).status, round).toBe(200);
    const { ownerUrl } = JSON.parse(readFileSync(join(folder, "running.json"), "utf8"));
    const owner = postgres(ownerUrl, { max: 1 });
    const [known] = await owner`SELECT count(*)::integer AS localities FROM localities`;
    expect(known!.localities, round).toBeGreaterThan(1000);
    // As if this start had been stopped between migrating and filling in: the second one makes it whole.
    await owner`DELETE FROM localities`;
    await owner.end({ timeout: 5 });
    await refusesTheSameFolder(port);
    const pid = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    child.kill("SIGTERM");
    expect(await exit, `${round}: ${said.err}`).toBe(0);
    expect(() => process.kill(pid, 0), round).toThrow();
    expect(existsSync(join(folder, "running.json")), round).toBe(false);
  }
});
