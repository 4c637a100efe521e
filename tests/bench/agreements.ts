import { noContacts } from "#app/domain/agreements/contacts";
import { asOwner } from "#tests/bench/owner";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

/** So many associations, each with three coordinators, share the agreements. */
const associations = 40;
/** Weeks of each agreement; they begin on every day of that time, evenly. */
const days = 84;

/**
 * Fills an empty database with agreements in force, each of its own participant, with the text that they signed: on any day as
 * many begin tomorrow and end in 14 days as in a real year.
 */
export async function generateAgreements(ownerUrl: string, count: number): Promise<void> {
  const sql = asOwner(ownerUrl);
  try {
    await sql`SELECT setseed(0.4)`;
    await sql`SELECT set_config('app.role', 'system', false)`;
    await sql`INSERT INTO associations (name) SELECT 'Förbund ' || n FROM generate_series(1, ${associations}) n`;
    await sql`INSERT INTO auth_users (id, name, email)
      SELECT 'u' || n, 'Samordnare ' || n, 'u' || n || '@bench.example' FROM generate_series(1, ${associations * 3}) n`;
    await sql`INSERT INTO memberships (user_id, role, association_id)
      SELECT 'u' || n, 'coordinator', (SELECT min(id) FROM associations) + n % ${associations} FROM generate_series(1, ${associations * 3}) n`;
    const [employer] =
      await sql`INSERT INTO employers (organisation_number, name, sector) VALUES ('556000-0001', 'Bänken', 'privat') RETURNING id`;
    const [workplace] =
      await sql`INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
      VALUES (${employer!.id}, 'Bänken', 'Gatan 1', 'Nora', (SELECT min(code) FROM municipalities), '(520000,6600000)') RETURNING id`;
    const demand =
      "lyft staende tempo sociala_kontakter buller koncentration sjalvstandighet lasa_skriva tala_svenska finmotorik";
    const columns = demand.split(" ").map((name) => `demand_${name}`);
    const [placement] = await sql.unsafe(`
      INSERT INTO placements (employer_id, workplace_id, title, kinds, tasks, hours_min, hours_max, shortest_day, weekdays, weeks_min,
                              weeks_max, capacity, support_level, last_confirmed_on, ${columns})
      VALUES (${employer!.id}, ${workplace!.id}, 'Plats', '{praktik}', '{kontor}', 8, 25, 2, '{man}', 4, 12, 1000000, 2, current_date,
              ${columns.map(() => 1)}) RETURNING id`);
    await sql`
      INSERT INTO participants (association_id, reference, email)
      SELECT (SELECT min(id) FROM associations) + n % ${associations}, 'L-' || n, 'l' || n || '@bench.example'
        FROM generate_series(1, ${count}) n`;
    await sql`
      INSERT INTO agreements (association_id, participant_id, number, employer_id, placement_id, status, starts_on, ends_on, contacts,
                              first_sent_at, created_by_user, created_by_name)
      SELECT p.association_id, p.id, 'B' || p.reference, ${employer!.id}, ${placement!.id}, 'in_force', d.day, d.day + ${days}::integer,
             ${JSON.stringify(noContacts)}::text::jsonb, now(), 'u' || (1 + abs(hashtext(p.reference)) % ${associations * 3}), 'Bänken'
        FROM participants p
        CROSS JOIN LATERAL (SELECT current_date + 7 - abs(hashtext(p.id::text)) % ${days} AS day) d`;
    await sql`
      INSERT INTO agreement_versions (association_id, agreement_id, number, amendment, status, content, hash, saved_by_name, sent_at, agreed_at)
      SELECT association_id, id, 1, 0, 'agreed', ${JSON.stringify(exampleContent)}::text::jsonb, repeat('0', 64), 'Bänken', now(), now()
        FROM agreements`;
    await sql`ANALYZE`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
