import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../bin/embedded-postgres.js";
import { ensureAppRole, ensureDatabase, migrate } from "../../bin/migrate.js";
import { fillReference } from "../../bin/reference.js";

const password = "praktikkartan-test";

/** One real PostgreSQL for all integration tests: a migrated template that every test file copies (see own-database.ts). */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "praktikkartan-test-"));
  // As root the server runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, ["-c", "fsync=off", "-c", "max_connections=300"]);
  const template = await ensureDatabase(server.ownerUrl, "template_praktikkartan");
  await migrate(template);
  await fillReference(template);
  await ensureAppRole(template, password);
  const sql = postgres(server.ownerUrl, { max: 1 });
  await sql.unsafe("ALTER DATABASE template_praktikkartan WITH IS_TEMPLATE true");
  await sql.end({ timeout: 5 });
  project.provide("ownerUrl", server.ownerUrl);
  project.provide("appPassword", password);
  project.provide("folder", folder);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    appPassword: string;
    folder: string;
  }
}
