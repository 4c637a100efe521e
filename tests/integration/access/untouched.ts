import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import { stageAgreements } from "#tests/support/factories/agreement-canaries";
import type { TwoAssociations, Whose } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";

/** Looks behind the stage: what a form changed that it should not have. */
export type Untouched = {
  /** Puts things where the next form can be sent, so that only the right to send it may be missing. */
  stage(status: ProposalStatus): Promise<void>;
  /** Runs and names what changed meanwhile: rows of these people, or any row at all. */
  watch<T>(whom: readonly Whose[] | "everything", run: () => Promise<T>): Promise<[T, string[]]>;
};

// Written by whoever knocks, refused or not.
const ofAll = ["auth_sessions", "auth_rate_limits", "auth_verifications", "import_runs"];

/**
 * Watches the real tables, whichever there are: a new one with somebody's rows in it is watched from its first day.
 * A trigger on each writes down every row that is put in, changed or taken away; what a transaction takes back is not.
 */
export async function watchDatabase(world: TwoAssociations): Promise<Untouched> {
  const tables = await owner<{ name: string }[]>`
    SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'audit_events'`;
  await owner.unsafe(`CREATE SCHEMA IF NOT EXISTS probe;
    CREATE TABLE IF NOT EXISTS probe.changes (name text, before jsonb, after jsonb);
    CREATE OR REPLACE FUNCTION probe.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN
        INSERT INTO probe.changes VALUES (TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW));
      END IF;
      RETURN NULL;
    END $$;
    ${tables
      .map(
        ({ name }) => `CREATE OR REPLACE TRIGGER probe AFTER INSERT OR UPDATE OR DELETE ON "${name}"
          FOR EACH ROW EXECUTE FUNCTION probe.note();`,
      )
      .join("\n")}`);

  const named = (whom: readonly Whose[] | "everything", { name, before, after }: Change) => {
    if (whom === "everything") return ofAll.includes(name) ? [] : [name];
    return whom
      .filter((whose) => [before, after].some((row) => row && isOf(world, whose, name, row)))
      .map((whose) => `${name} of ${whose}`);
  };

  return {
    async stage(status) {
      await stageAgreements(Object.values(world.agreements));
      await owner`DELETE FROM proposals WHERE id <> ALL (${Object.values(world.proposals)})`;
      await owner`DELETE FROM work_profile_versions WHERE version > 1`;
      await owner`UPDATE work_profiles SET version = 2, status = 'complete' WHERE version > 2 OR status <> 'confirmed'`;
      await owner`UPDATE placements SET status = 'published' WHERE status = 'paused'`;
      await owner`UPDATE placements SET status = 'in_review' WHERE id = ANY (${Object.values(world.listings).map(({ placement }) => placement)})`;
      await owner`UPDATE placement_offers SET status = 'in_review' WHERE placement_id IS NOT NULL`;
      await owner`UPDATE proposals SET status = ${status}, holds_slot = true, reason_code = NULL,
        hold_until = now() + interval '9 days'`;
      await owner`UPDATE placements l SET claimed =
        (SELECT count(*) FROM proposals o WHERE o.placement_id = l.id AND o.holds_slot)`;
    },
    async watch(whom, run) {
      await owner`DELETE FROM probe.changes`;
      const result = await run();
      const changes = await owner<Change[]>`SELECT * FROM probe.changes`;
      return [result, [...new Set(changes.flatMap((change) => named(whom, change)))].sort()];
    },
  };
}

type Row = Record<string, unknown>;
type Change = { name: string; before: Row | null; after: Row | null };

/** Whether a row is somebody's; with b1 everything of the other association. */
function isOf(world: TwoAssociations, whose: Whose, table: string, row: Row): boolean {
  const { id } = world.participants[whose];
  if (whose === "b1" && row.association_id === world.associations.b) return true;
  if (table === "participants") return row.id === id;
  if (whose !== "a2") {
    const { placement, offer } = world.listings[whose];
    if (row.offer_id === offer || row.id === offer || row.placement_id === placement) return true;
  }
  const own = [world.agreements[whose], world.ended[whose]];
  if (own.some((id) => row.agreement_id === id || row.id === id)) return true;
  return row.participant_id === id || row.proposal_id === world.proposals[whose];
}
