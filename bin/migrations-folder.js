import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../db/migrations/", import.meta.url);

/** The migrations in order: name and text. Named by number and thought, hand-read, never pushed by a tool. */
export function listMigrations() {
  return names().map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
}

/** The name of the newest migration of this version. */
export function newestMigration() {
  return names().at(-1) ?? "";
}

function names() {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
}
