import { createHash, createHmac } from "node:crypto";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { listMigrations } from "./migrations-folder.js";

const appRole = "praktikkartan_app";

/**
 * Creates the database when it does not exist, as the cluster's owner.
 * @param {string} ownerUrl a URL of the owner, to any database of the cluster
 * @param {string} name
 * @returns {Promise<string>} the owner's URL of that database
 */
export async function ensureDatabase(ownerUrl, name) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`;
    if (found.length === 0) await sql.unsafe(`CREATE DATABASE "${name}"`);
  } finally {
    await sql.end({ timeout: 5 });
  }
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Brings the database to the newest migration, each in a transaction of its own; a changed old migration is refused.
 * One migrating process at a time (advisory lock).
 * @param {string} ownerUrl
 * @returns {Promise<string[]>} the names that were applied
 */
export async function migrate(ownerUrl) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`SELECT pg_advisory_lock(hashtext('praktikkartan:migrate'))`;
    await sql`CREATE TABLE IF NOT EXISTS applied_migrations (
      name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;
    const applied = new Map(
      (await sql`SELECT name, sha256 FROM applied_migrations`).map((row) => [row.name, row.sha256]),
    );
    const fresh = [];
    for (const { name, text } of listMigrations()) {
      const sha256 = createHash("sha256").update(text).digest("hex");
      if (applied.has(name)) {
        if (applied.get(name) !== sha256)
          throw new Error(`Migreringen ${name} har ändrats sedan den kördes.`);
        continue;
      }
      await sql.begin(async (tx) => {
        await tx.unsafe(text);
        await tx`INSERT INTO applied_migrations (name, sha256) VALUES (${name}, ${sha256})`;
      });
      fresh.push(name);
    }
    await migrateQueue(ownerUrl, sql);
    return fresh;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * The queue's own tables, from its library. They have row level security for their owner alone; here the app works them.
 * @param {string} ownerUrl
 * @param {postgres.Sql} sql
 */
async function migrateQueue(ownerUrl, sql) {
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
  await sql.unsafe(`
    DO $$ DECLARE closed regclass; BEGIN
      FOR closed IN SELECT c.oid FROM pg_class c
        WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity
          AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
      LOOP
        EXECUTE format('CREATE POLICY worker ON %s USING (true)', closed);
      END LOOP;
    END $$`);
}

/**
 * Makes the role that the app connects as: owns nothing, no BYPASSRLS, may not change the audit trail.
 * @param {string} ownerUrl
 * @param {string} password
 * @returns {Promise<string>} the app's URL of the same database
 */
export async function ensureAppRole(ownerUrl, password) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${appRole}`;
    if (found.length === 0) await sql.unsafe(`CREATE ROLE ${appRole} LOGIN`);
    await sql.unsafe(
      `ALTER ROLE ${appRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${password}'`,
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
  await grantToApp(ownerUrl, appRole);
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.href;
}

/**
 * The app role's password: the same at every start of every process, and known only to who knows the owner's.
 * @param {string} ownerUrl
 */
export function appPassword(ownerUrl) {
  return createHmac("sha256", new URL(ownerUrl).password).update(appRole).digest("hex");
}

/**
 * What the app's role may do: rows, never structure; the audit trail only grows, and forgets the name of who is protected.
 * @param {string} ownerUrl
 * @param {string} role
 */
export async function grantToApp(ownerUrl, role) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const name = `"${role.replaceAll('"', '""')}"`;
  try {
    await sql.unsafe(`
      GRANT USAGE ON SCHEMA public TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name};
      GRANT USAGE ON SCHEMA graphile_worker TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${name};
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_events FROM ${name};
      GRANT UPDATE (user_name) ON audit_events TO ${name};
      REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON applied_migrations FROM ${name};
    `);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
