import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "#app/domain/identity/actor";
import { db } from "#db/client.server";
import { seedTwoAssociations } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";

/**
 * Tables that everybody shares and that name nobody who is not at work: the register of places, employers and
 * placements. Every other table of the product is personal until it is written here with a reason.
 */
const shared: Record<string, string> = {
  applied_migrations: "what the database's structure is",
  municipalities: "Sweden",
  localities: "Sweden",
  associations: "names of associations and their rules",
  association_municipalities: "which association a municipality is in",
  commissioning_agencies: "names of agencies",
  certificate_limits: "after how many days of illness an agency wants a certificate",
  employers: "companies, and which coordinator holds the relation",
  workplaces: "companies",
  placements: "what employers offer",
  employer_rings: "names of groups of employers who lend each other places",
  employer_ring_members: "which employer is in which group",
  employer_aliases: "where a company's record is found that was merged into another",
  workplace_aliases: "where a workplace is found that became one with another",
  listing_reminders: "which listings were asked about when they grew old",
  placement_cells: "how many placements each square of the map has",
  match_blocks: "which placements lie together",
  match_marks: "what the placements of a block ask and offer",
  job_workers: "which processes do jobs, and when they were last heard of",
  match_changes: "which placements have changed since their block was written",
};

/** Columns that make a table personal whatever it is called; a shared table has none of them. */
const personal = /participant|(^|_)(email|phone|birth_year|sex|token_hash|password)$/;

const app = "praktikkartan_app";
const tables = await owner<
  { name: string; enabled: boolean; forced: boolean; policies: number; columns: string[] }[]
>`
  SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
    (SELECT count(*)::integer FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
    (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' ORDER BY 1`;
const personalTables = tables.filter(({ name }) => !(name in shared));

beforeAll(async () => {
  await seedTwoAssociations();
});

test("the product has personal tables, and every shared one exists", () => {
  expect(personalTables.length).toBeGreaterThan(12);
  expect(Object.keys(shared).filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
});

test.each(personalTables)("$name: row level security is on, also for its owner, with a policy", (table) => {
  expect(table).toMatchObject({ enabled: true, forced: true });
  expect(table.policies).toBeGreaterThan(0);
});

test.each(tables.filter(({ name }) => name in shared))(
  "$name is shared and holds nothing personal",
  ({ columns }) => {
    expect(columns.filter((column) => personal.test(column))).toEqual([]);
  },
);

describe("without a context", () => {
  test.each(personalTables)("$name shows no row", async ({ name }) => {
    const rows = await db.execute(sql`SELECT 1 FROM ${sql.identifier(name)} LIMIT 1`);
    expect(rows).toHaveLength(0);
  });

  test("there were rows to see", async () => {
    for (const name of [
      "participants",
      "proposals",
      "referrals",
      "audit_events",
      "auth_users",
      "memberships",
    ]) {
      expect(await owner`SELECT 1 FROM ${owner(name)} LIMIT 1`).toHaveLength(1);
    }
  });

  test("an empty context, as a transaction leaves it behind, shows nothing either", async () => {
    const seen = await db.transaction(async (tx) => {
      await tx.execute(
        sql`SELECT set_config('app.role', '', true), set_config('app.association_id', '', true)`,
      );
      return tx.execute(sql`SELECT 1 FROM participants`);
    });
    expect(seen).toHaveLength(0);
  });
});

test.each(roles)(
  "a %s without an association, employer, agency or participant sees no participant",
  async (role) => {
    const seen = await db.transaction(async (tx) => {
      await tx.execute(
        sql`SELECT set_config('app.role', ${role}, true), set_config('app.user_id', 'nobody', true)`,
      );
      return tx.execute(sql`SELECT id FROM participants UNION ALL SELECT id FROM proposals`);
    });
    expect(seen).toHaveLength(0);
  },
);

describe("the app's role", () => {
  test("has no power over the cluster and owns nothing", async () => {
    const [role] =
      await owner`SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = ${app}`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    const owned = await owner`
      SELECT relname AS name FROM pg_class WHERE relowner = ${app}::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = ${app}::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = ${app}::regrole`;
    expect([...owned]).toEqual([]);
    const member = await owner`SELECT 1 FROM pg_auth_members WHERE member = ${app}::regrole`;
    expect(member).toHaveLength(0);
  });

  test("cannot change structure, nor the list of migrations", async () => {
    await expect(db.execute(sql`CREATE TABLE more (id integer)`)).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await expect(db.execute(sql`ALTER TABLE participants DISABLE ROW LEVEL SECURITY`)).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await expect(db.execute(sql`DELETE FROM applied_migrations`)).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });

  test.each(["UPDATE audit_events SET action = 'x'", "DELETE FROM audit_events", "TRUNCATE audit_events"])(
    "cannot %s",
    async (statement) => {
      await expect(db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: "42501" } });
    },
  );

  test("not even the owner changes the audit trail by mistake", async () => {
    await expect(owner`UPDATE audit_events SET action = 'x'`).rejects.toThrow(/append only/);
  });
});

test("views ask with the rights of whoever looks", async () => {
  const views = await owner`SELECT relname AS name, reloptions AS options FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE relkind = 'v' AND nspname = 'public'`;
  const careless = views.filter(
    ({ options }) => !options?.some((o: string) => /^security_invoker=(true|on|1)$/.test(o)),
  );
  expect(careless.map(({ name }) => name)).toEqual([]);
});

test("no function lends its owner's rights, and no materialised view copies personal rows", async () => {
  const lending = await owner`SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE prosecdef AND nspname = 'public'`;
  expect(lending.map(({ proname }) => proname)).toEqual([]);
  expect(await owner`SELECT 1 FROM pg_matviews WHERE schemaname = 'public'`).toHaveLength(0);
});

test("a reference of another association is free to use: its error would tell that it exists", async () => {
  const alone = await owner`
    SELECT c.relname || '.' || i.relname AS index FROM pg_index x
      JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
     WHERE x.indisunique AND c.relname = 'participants' AND a.attname NOT IN ('id', 'association_id')`;
  expect([...alone]).toEqual([]);
});
