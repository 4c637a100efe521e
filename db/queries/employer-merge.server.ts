import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { MergePlan, MergeRecord } from "#app/domain/organisations/merge";
import type { Colleague } from "#app/domain/organisations/policy";
import type { PastMerge } from "#app/domain/organisations/register";
import type { Tx } from "#db/client.server";
import type { EmployerRecord } from "#db/queries/employer-record.server";

/**
 * Every table that points at an employer, a workplace or a contact person, and is taken care of below. A test compares it
 * with the catalog: a new table that points there fails until a merge moves its rows too.
 */
export const movedByMerge = [
  "agreements.employer_id",
  "attendance_links.employer_id",
  "contact_owner_changes.employer_id",
  "contact_persons.delegate_id",
  "contact_persons.employer_id",
  "contact_persons.workplace_id",
  "disclosures.employer_id",
  "employer_aliases.employer_id",
  "employer_contacts.employer_id",
  "employer_entries.employer_id",
  "employer_merges.kept_id",
  "employer_ring_members.employer_id",
  "memberships.employer_id",
  "placement_offers.employer_id",
  "placement_reviews.employer_id",
  "placement_supervisors.person_id",
  "placements.employer_id",
  "placements.workplace_id",
  "proposals.employer_id",
  "rating_links.employer_id",
  "workplace_aliases.workplace_id",
  "workplaces.employer_id",
] as const;

/** A record with everything that a merge looks at. */
export async function readMergeRecord(tx: Tx, record: EmployerRecord): Promise<MergeRecord> {
  const workplaces = await tx.execute<MergeRecord["workplaces"][number]>(sql`
    SELECT w.id, w.name, w.address, w.locality, coalesce((
             SELECT jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title) ORDER BY p.title, p.id)
               FROM placements p WHERE p.workplace_id = w.id), '[]') AS placements
      FROM workplaces w WHERE w.employer_id = ${record.id} ORDER BY lower(w.name), w.id`);
  const people = await tx.execute<MergeRecord["people"][number]>(sql`
    SELECT id, workplace_id AS "workplaceId", name, email, phone, user_id AS "userId" FROM contact_persons
     WHERE employer_id = ${record.id} ORDER BY lower(name), id`);
  return { ...record, workplaces: [...workplaces], people: [...people] };
}

/** What hangs on a record beside workplaces and people, in every association: how many of each. */
export async function countHanging(
  tx: Tx,
  actor: Actor,
  employerId: number,
): Promise<Record<string, number>> {
  return asMerger(tx, actor, async () => {
    const [row] = await tx.execute<Record<string, number>>(sql`
      SELECT (SELECT count(*)::integer FROM employer_contacts WHERE employer_id = ${employerId}) AS contacts,
             (SELECT count(*)::integer FROM proposals WHERE employer_id = ${employerId}) AS proposals,
             (SELECT count(*)::integer FROM disclosures WHERE employer_id = ${employerId}) AS disclosures,
             (SELECT count(*)::integer FROM memberships WHERE employer_id = ${employerId}) AS memberships,
             (SELECT count(*)::integer FROM employer_ring_members WHERE employer_id = ${employerId}) AS rings`);
    return { ...row! };
  });
}

/** Runs with the role that reaches the rows of every association which a merge moves (0022), and gives it back. */
async function asMerger<T>(tx: Tx, actor: Actor, run: () => Promise<T>): Promise<T> {
  await tx.execute(sql`SELECT set_config('app.role', 'merge', true)`);
  const result = await run();
  await tx.execute(sql`SELECT set_config('app.role', ${actor.role}, true)`);
  return result;
}

/** Moves everything from one record to the other, and leaves an alias behind. Answers how many rows of each kind moved. */
export function applyMerge(
  tx: Tx,
  actor: Actor,
  by: Colleague,
  merge: { kept: MergeRecord; gone: MergeRecord; plan: MergePlan },
): Promise<Record<string, number>> {
  return asMerger(tx, actor, async () => {
    const { kept, gone, plan } = merge;
    const moved = {
      workplaces: await moveWorkplaces(tx, kept.id, plan),
      placements: gone.workplaces.reduce((sum, { placements }) => sum + placements.length, 0),
      people: await movePeople(tx, kept.id, plan),
      ...(await moveHanging(tx, actor, kept.id, gone.id)),
      memberships: await moveMemberships(tx, kept.id, gone.id),
    };
    await joinWorkplaces(tx, plan);
    await leaveAlias(tx, kept, gone, plan);
    await tx.execute(sql`
      INSERT INTO employer_merges (kept_id, gone_id, association_id, user_id, user_name, before, choices, moved)
      VALUES (${kept.id}, ${gone.id}, ${by.associationId}, ${by.userId}, ${by.name},
              ${JSON.stringify({ kept, gone })}::jsonb, ${JSON.stringify(plan)}::jsonb, ${JSON.stringify(moved)}::jsonb)`);
    return moved;
  });
}

async function moveWorkplaces(tx: Tx, keptId: number, plan: MergePlan): Promise<number> {
  for (const { id, name } of plan.moved) {
    await tx.execute(sql`UPDATE workplaces SET employer_id = ${keptId}, name = ${name} WHERE id = ${id}`);
  }
  for (const { id, into, titles } of plan.joined) {
    for (const one of titles) {
      await tx.execute(sql`UPDATE placements SET title = ${one.title} WHERE id = ${one.id}`);
    }
    await tx.execute(sql`
      UPDATE placements SET workplace_id = ${into}, employer_id = ${keptId} WHERE workplace_id = ${id}`);
  }
  return plan.moved.length + plan.joined.length;
}

async function movePeople(tx: Tx, keptId: number, plan: MergePlan): Promise<number> {
  for (const { id, workplaceId, name, joins } of plan.people) {
    if (joins === null) {
      await tx.execute(sql`
        UPDATE contact_persons SET employer_id = ${keptId}, workplace_id = ${workplaceId}::integer, name = ${name}
         WHERE id = ${id}`);
      continue;
    }
    // Whoever signs in keeps exactly the right that came with the account.
    await tx.execute(sql`
      UPDATE contact_persons t SET email = coalesce(t.email, f.email), phone = coalesce(t.phone, f.phone),
             user_id = coalesce(t.user_id, f.user_id), duty = CASE WHEN t.user_id IS NULL THEN f.duty ELSE t.duty END
        FROM contact_persons f WHERE t.id = ${joins} AND f.id = ${id}`);
    await tx.execute(sql`
      UPDATE contact_persons SET delegate_id = nullif(${joins}::integer, id) WHERE delegate_id = ${id}`);
    await tx.execute(sql`
      INSERT INTO placement_supervisors (placement_id, person_id)
      SELECT placement_id, ${joins}::integer FROM placement_supervisors WHERE person_id = ${id} ON CONFLICT DO NOTHING`);
    await tx.execute(sql`DELETE FROM contact_persons WHERE id = ${id}`);
  }
  return plan.people.length;
}

async function moveHanging(tx: Tx, actor: Actor, keptId: number, goneId: number) {
  const change = async (query: ReturnType<typeof sql>) => (await tx.execute(query)).length;
  // Whoever was asked to take over one of the two is not asked any more: the relation may be another one now.
  await tx.execute(sql`
    UPDATE contact_owner_changes SET status = 'withdrawn', answered_at = now()
     WHERE status = 'open' AND employer_id IN (${keptId}, ${goneId})`);
  await tx.execute(
    sql`UPDATE contact_owner_changes SET employer_id = ${keptId} WHERE employer_id = ${goneId}`,
  );
  await tx.execute(sql`UPDATE employer_entries SET employer_id = ${keptId} WHERE employer_id = ${goneId}`);
  await tx.execute(sql`UPDATE placement_offers SET employer_id = ${keptId} WHERE employer_id = ${goneId}`);
  await tx.execute(sql`UPDATE placement_reviews SET employer_id = ${keptId} WHERE employer_id = ${goneId}`);
  const contacts = await change(sql`
    UPDATE employer_contacts SET employer_id = ${keptId} WHERE employer_id = ${goneId} RETURNING 1`);
  const proposals = await change(sql`
    WITH moved AS (
      UPDATE proposals SET employer_id = ${keptId} WHERE employer_id = ${goneId}
      RETURNING id, association_id, participant_id)
    INSERT INTO audit_events (association_id, user_id, user_name, role, action, participant_id, subject, details)
    SELECT association_id, ${actor.userId}, ${actor.name}, ${actor.role}, 'proposal.changed', participant_id, id::text,
           jsonb_build_object('employer', ${keptId}::integer, 'mergedFrom', ${goneId}::integer)
      FROM moved RETURNING 1`);
  // A signed text keeps the names that were signed; who the agreement is with follows.
  await change(sql`UPDATE agreements SET employer_id = ${keptId} WHERE employer_id = ${goneId} RETURNING 1`);
  // The links that supervisors were sent, of every association: the product itself alone reaches them (0041).
  await tx.execute(sql`SELECT set_config('app.role', 'system', true)`);
  await tx.execute(sql`UPDATE attendance_links SET employer_id = ${keptId} WHERE employer_id = ${goneId}`);
  await tx.execute(sql`UPDATE rating_links SET employer_id = ${keptId} WHERE employer_id = ${goneId}`);
  await tx.execute(sql`SELECT set_config('app.role', 'merge', true)`);
  const disclosures = await change(sql`
    UPDATE disclosures SET employer_id = ${keptId} WHERE employer_id = ${goneId} RETURNING 1`);
  const rings = await change(sql`
    WITH left_behind AS (DELETE FROM employer_ring_members WHERE employer_id = ${goneId} RETURNING ring_id, added_at)
    INSERT INTO employer_ring_members (ring_id, employer_id, added_at)
    SELECT ring_id, ${keptId}, added_at FROM left_behind ON CONFLICT DO NOTHING RETURNING 1`);
  return { contacts, proposals, disclosures, rings };
}

/** Who may act for both keeps one membership; sessions that had chosen the other one follow. */
async function moveMemberships(tx: Tx, keptId: number, goneId: number): Promise<number> {
  await tx.execute(sql`
    UPDATE auth_sessions s SET membership_id = k.id
      FROM memberships g JOIN memberships k ON k.user_id = g.user_id AND k.employer_id = ${keptId} AND k.role = 'employer'
     WHERE g.employer_id = ${goneId} AND s.membership_id = g.id`);
  // A right that was narrower in one of the records only is not narrower in the one that both have become.
  await tx.execute(sql`
    UPDATE memberships k SET narrowed = k.narrowed AND g.narrowed FROM memberships g
     WHERE g.employer_id = ${goneId} AND k.employer_id = ${keptId} AND k.user_id = g.user_id`);
  const doubled = await tx.execute(sql`
    DELETE FROM memberships g USING memberships k
     WHERE g.employer_id = ${goneId} AND k.employer_id = ${keptId} AND k.user_id = g.user_id RETURNING 1`);
  const moved = await tx.execute(sql`
    UPDATE memberships SET employer_id = ${keptId} WHERE employer_id = ${goneId} RETURNING 1`);
  return doubled.length + moved.length;
}

/** The workplaces that became one with another are empty now: old ids lead to the other. */
async function joinWorkplaces(tx: Tx, plan: MergePlan): Promise<void> {
  for (const { id, into } of plan.joined) {
    await tx.execute(sql`UPDATE workplace_aliases SET workplace_id = ${into} WHERE workplace_id = ${id}`);
    await tx.execute(sql`INSERT INTO workplace_aliases (gone_id, workplace_id) VALUES (${id}, ${into})`);
    await tx.execute(sql`DELETE FROM workplaces WHERE id = ${id}`);
  }
}

/** The record goes; its id and the number that was not kept lead to the one that stays, with the chosen values. */
async function leaveAlias(tx: Tx, kept: MergeRecord, gone: MergeRecord, plan: MergePlan): Promise<void> {
  const from = (field: keyof MergePlan["fields"]) => (plan.fields[field] === "gone" ? gone : kept);
  const number = from("organisationNumber").organisationNumber;
  const owner = from("owner").owner;
  const appetite = from("appetite");
  const otherNumber = number === kept.organisationNumber ? gone.organisationNumber : kept.organisationNumber;
  await tx.execute(sql`UPDATE employer_aliases SET employer_id = ${kept.id} WHERE employer_id = ${gone.id}`);
  await tx.execute(sql`UPDATE employer_merges SET kept_id = ${kept.id} WHERE kept_id = ${gone.id}`);
  await tx.execute(sql`DELETE FROM employers WHERE id = ${gone.id}`);
  await tx.execute(sql`
    INSERT INTO employer_aliases (gone_id, organisation_number, employer_id)
    VALUES (${gone.id}, ${otherNumber}, ${kept.id})`);
  await tx.execute(sql`
    UPDATE employers SET organisation_number = ${number}, name = ${from("name").name},
           sector = ${from("sector").sector}, verified = ${kept.verified || gone.verified},
           appetite = ${appetite.appetite}, ask_again_on = ${appetite.askAgainOn}::date,
           contact_owner_user = ${owner?.userId ?? null}, contact_owner_name = ${owner?.name ?? null}
     WHERE id = ${kept.id}`);
}

/** What was merged into a record, the newest first, and what was said there that did not stay. */
export async function listMerges(tx: Tx, employerId: number): Promise<PastMerge[]> {
  const rows = await tx.execute<{
    id: number;
    byName: string;
    association: string;
    at: string;
    before: { kept: MergeRecord; gone: MergeRecord };
    choices: MergePlan;
    moved: Record<string, number>;
  }>(sql`
    SELECT g.id, g.user_name AS "byName", a.name AS association, g.happened_at AS at, g.before, g.choices, g.moved
      FROM employer_merges g JOIN associations a ON a.id = g.association_id
     WHERE g.kept_id = ${employerId} ORDER BY g.id DESC LIMIT 20`);
  return rows.map(({ before, choices, at, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    goneName: before.gone.name,
    goneNumber: before.gone.organisationNumber,
    lost: lostValues(before, choices),
  }));
}

/** The values of either record that differed and did not win. */
function lostValues({ kept, gone }: { kept: MergeRecord; gone: MergeRecord }, { fields }: MergePlan) {
  const loser = (field: keyof MergePlan["fields"]) => (fields[field] === "gone" ? kept : gone);
  const winner = (field: keyof MergePlan["fields"]) => (fields[field] === "gone" ? gone : kept);
  const said = (record: MergeRecord, field: keyof MergePlan["fields"]) =>
    field === "owner" ? (record.owner?.name ?? "") : (record[field] ?? "");
  return (
    (Object.keys(fields) as (keyof MergePlan["fields"])[])
      .filter((field) => said(loser(field), field) !== said(winner(field), field))
      // No number was there to be lost.
      .filter((field) => field !== "organisationNumber" || loser(field)[field] !== null)
      .map((field) => ({ field, value: said(loser(field), field) }))
  );
}
