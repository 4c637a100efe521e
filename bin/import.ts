// npm run import -- <kind> <file> [--association <name>] [--dry-run]. product.md "Names and addresses".
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createInstance } from "i18next";
import { type ImportKind, isImportKind, isLaterKind } from "#app/domain/import/import-kind";
import { importTexts } from "#app/i18n/import";
import { fileProblemText, rejectedRowLine } from "#app/i18n/rejected-row";
import { openDatabase } from "./import-database.js";

const i18n = createInstance();
await i18n.init({
  lng: "sv",
  showSupportNotice: false,
  resources: { sv: { import: importTexts.sv } },
  defaultNS: "import",
  interpolation: { escapeValue: false },
});
const t = (key: string, params?: Record<string, string | number>) => String(i18n.t(key, params));

/** Nothing could be imported: the reason on one line, and exit code 2. */
class Refused extends Error {}

process.exitCode = await run().catch((error: unknown) => {
  console.error(
    error instanceof Refused ? error.message : t("command.database", { message: firstLine(error) }),
  );
  return 2;
});

async function run(): Promise<number> {
  const { kind, path, association, dryRun } = readArguments();
  process.chdir(fileURLToPath(new URL("../", import.meta.url)));
  const database = await openDatabase(process.env.DATA_DIR || ".data");
  try {
    return await importInto(kind, path, association, dryRun);
  } finally {
    const { pool } = await import("#db/client.server");
    await pool.end({ timeout: 5 });
    await database.stop();
  }
}

async function importInto(kind: ImportKind, path: string, association: string | null, dryRun: boolean) {
  // The app reads its settings when it is loaded: only now are they known.
  const { importActor } = await import("#app/services/import/import-association.server");
  const { importFile } = await import("#app/services/import/import-file.server");
  const found = await importActor(association);
  if (!found.ok) {
    throw new Refused(
      found.code === "no_association"
        ? t("command.noAssociation")
        : t("command.unknownAssociation", { name: association ?? "", names: found.names.join(", ") }),
    );
  }
  const result = await importFile(found.actor, {
    kind,
    path,
    dryRun,
    onRejected: (row) => console.log(rejectedRowLine(t, row)),
  });
  if (result.ok) {
    summarise(result.counts, dryRun);
    return result.counts.rejected > 0 ? 1 : 0;
  }
  if (result.code !== "unreadable_file") throw new Error(result.code);
  const { counts, problem } = result;
  if (counts.imported + counts.updated + counts.unchanged + counts.rejected > 0) summarise(counts, dryRun);
  throw new Refused(fileProblemText(t, problem));
}

function summarise(
  counts: { imported: number; updated: number; unchanged: number; rejected: number },
  dryRun: boolean,
): void {
  if (dryRun) console.log(t("command.dryRun"));
  console.log(t("command.unchanged", { count: counts.unchanged }));
  console.log(`imported: ${counts.imported}, updated: ${counts.updated}, rejected: ${counts.rejected}`);
}

function readArguments() {
  let given: ReturnType<typeof parse>;
  try {
    given = parse();
  } catch {
    throw new Refused(t("command.usage"));
  }
  const [kind, file, ...rest] = given.positionals;
  if (!kind || rest.length > 0) throw new Refused(t("command.usage"));
  if (isLaterKind(kind)) throw new Refused(t("command.laterKind", { kind }));
  if (!isImportKind(kind)) throw new Refused(`${t("command.unknownKind", { kind })} ${t("command.usage")}`);
  if (!file) throw new Refused(t("command.usage"));
  return {
    kind,
    path: findFile(file),
    // Without the two dashes npm keeps these words for itself: a trial run must never become a real one.
    association: given.values.association ?? process.env.npm_config_association ?? null,
    dryRun: (given.values["dry-run"] ?? false) || process.env.npm_config_dry_run === "true",
  };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: { association: { type: "string" }, "dry-run": { type: "boolean" } },
  });
}

/** npm runs scripts in the project's folder, people write paths from where they stand. */
function findFile(file: string): string {
  const here = resolve(file);
  return existsSync(here) ? here : resolve(process.env.INIT_CWD ?? ".", file);
}

function firstLine(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
}
