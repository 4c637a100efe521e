import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import type { TwoAssociations, Whose } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";

/** Looks behind the stage: what a form changed that it should not have. */
export type Untouched = {
  /** Puts things where the next form can be sent, so that only the right to send it may be missing. */
  stage(status: ProposalStatus): Promise<void>;
  /** Runs and names what changed meanwhile: rows of these people, or any row at all. */
  watch<T>(whom: readonly Whose[] | "everything", run: () => Promise<T>): Promise<[T, string[]]>;
};

// Written by whoever knocks, refused or not; and what is the same for all and long.
const unwatched = [
  "audit_events",
  "auth_sessions",
  "auth_rate_limits",
  "auth_verifications",
  "import_runs",
  "applied_migrations",
  "localities",
  "municipalities",
];

/** Watches the real tables, whichever there are: a new one with somebody's rows in it is watched from its first day. */
export async function watchDatabase(world: TwoAssociations): Promise<Untouched> {
  const tables = await owner<{ name: string; columns: string[] }[]>`
    SELECT c.relname AS name, array_agg(a.attname::text) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY 1 ORDER BY 1`;

  const rowsOf = (whose: Whose) =>
    tables.flatMap(({ name, columns }) => {
      const where = conditionOf(world, whose, name, columns);
      return where && name !== "audit_events" ? [hashOf(`${name} of ${whose}`, name, where)] : [];
    });
  const everyRow = tables
    .filter(({ name }) => !unwatched.includes(name))
    .map(({ name }) => hashOf(name, name, "true"));
  const queries = {
    everything: everyRow.join(" UNION ALL "),
    a1: rowsOf("a1").join(" UNION ALL "),
    a2: rowsOf("a2").join(" UNION ALL "),
    b1: rowsOf("b1").join(" UNION ALL "),
  };
  const look = async (whom: readonly (keyof typeof queries)[]) => {
    if (whom.length === 0) return new Map<string, string>();
    const rows = await owner.unsafe<{ what: string; hash: string }[]>(
      whom.map((whose) => queries[whose]).join(" UNION ALL "),
    );
    return new Map(rows.map(({ what, hash }) => [what, hash]));
  };

  return {
    async stage(status) {
      await owner`DELETE FROM proposals WHERE id <> ALL (${Object.values(world.proposals)})`;
      await owner`DELETE FROM work_profile_versions WHERE version > 1`;
      await owner`UPDATE work_profiles SET version = 2, status = 'complete' WHERE version > 2 OR status <> 'confirmed'`;
      await owner`UPDATE placements SET status = 'published' WHERE status = 'paused'`;
      await owner`UPDATE proposals SET status = ${status}, holds_slot = true, reason_code = NULL,
        hold_until = now() + interval '9 days'`;
      await owner`UPDATE placements l SET claimed =
        (SELECT count(*) FROM proposals o WHERE o.placement_id = l.id AND o.holds_slot)`;
    },
    async watch(whom, run) {
      const watched = whom === "everything" ? (["everything"] as const) : whom;
      const before = await look(watched);
      const result = await run();
      const after = await look(watched);
      return [result, [...after.keys()].filter((what) => before.get(what) !== after.get(what))];
    },
  };
}

function hashOf(what: string, table: string, where: string): string {
  return `SELECT '${what}' AS what, md5(string_agg(r::text, '|' ORDER BY r::text)) AS hash FROM "${table}" r WHERE ${where}`;
}

/** Which rows of a table belong to somebody; with b1 everything of the other association. Null when none do. */
function conditionOf(world: TwoAssociations, whose: Whose, table: string, columns: string[]): string | null {
  if (whose === "b1" && columns.includes("association_id")) return `association_id = ${world.associations.b}`;
  if (table === "participants") return `id = '${world.participants[whose].id}'`;
  if (columns.includes("participant_id")) return `participant_id = '${world.participants[whose].id}'`;
  return columns.includes("proposal_id") ? `proposal_id = '${world.proposals[whose]}'` : null;
}
