// node --import tsx tests/bench/import.ts: 10 000 placements in one go, into an empty database. Lines of JSON.
import { spawn } from "node:child_process";
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startEmbeddedPostgres } from "../../bin/embedded-postgres.js";
import { ensureAppRole, ensureDatabase, migrate } from "../../bin/migrate.js";
import { fillReference } from "../../bin/reference.js";

const rows = 10_000;
const folder = mkdtempSync(join(tmpdir(), "praktikkartan-bench-import-"));
// The server may run as a user of its own.
chmodSync(folder, 0o755);
const golden = fileURLToPath(new URL("../golden/platser-norra-orebro-lan.csv", import.meta.url));
const command = fileURLToPath(new URL("../../bin/import.ts", import.meta.url));

const server = await startEmbeddedPostgres(folder);
try {
  const ownerUrl = await ensureDatabase(server.ownerUrl, "praktikkartan");
  await migrate(ownerUrl);
  await fillReference(ownerUrl);
  const databaseUrl = await ensureAppRole(ownerUrl, "bench");
  const sql = postgres(ownerUrl, { max: 1 });
  await sql`INSERT INTO associations (name) VALUES ('Bänken')`;
  const file = await writeFile();
  const first = await importOnce(file, databaseUrl);
  const [counted] = await sql`SELECT count(*)::integer AS n FROM placements`;
  await sql.end();
  const second = await importOnce(file, databaseUrl);
  if (counted?.n !== rows || !second.out.includes(`unchanged: ${rows}`))
    throw new Error(first.out + second.out);
  say("import_10000_rows_time", first.seconds, "s");
  say(
    "import_10000_rows_again_time",
    second.seconds,
    "s",
    "import_10000_rows_time",
    second.seconds / first.seconds,
  );
  say("import_10000_rows_peak_memory", first.megabytes, "MB", "limit_500_MB", first.megabytes / 500);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The golden rows again and again, each time with another title. */
async function writeFile(): Promise<string> {
  const [header, ...lines] = readFileSync(golden, "utf8").trim().split(/\r?\n/);
  const path = join(folder, "platser.csv");
  const stream = createWriteStream(path);
  stream.write(`${header}\n`);
  for (let row = 0; row < rows; row++) {
    const cells = lines[row % lines.length]!.split(";");
    cells[10] = `${cells[10]} ${Math.floor(row / lines.length)}`;
    stream.write(`${cells.join(";")}\n`);
  }
  await new Promise<void>((done) => stream.end(done));
  return path;
}

/** One run of the command in a process of its own, with its time and the most memory that it held (Linux). */
async function importOnce(file: string, databaseUrl: string) {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", command, "platser", file], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  let kilobytes = 0;
  const watch = setInterval(() => {
    kilobytes = Math.max(kilobytes, peakOf(child.pid!));
  }, 50);
  await new Promise((done) => child.once("exit", done));
  clearInterval(watch);
  return { seconds: (performance.now() - began) / 1000, megabytes: kilobytes / 1024, out };
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function say(name: string, value: number, unit: string, ratioTo?: string, ratio?: number): void {
  const round = (number: number) => Math.round(number * 100) / 100;
  console.log(
    JSON.stringify({
      name,
      value: round(value),
      unit,
      ...(ratio === undefined ? {} : { ratio_to: ratioTo, ratio: round(ratio) }),
    }),
  );
}
