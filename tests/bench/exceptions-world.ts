import { noContacts } from "#app/domain/agreements/contacts";
import { asOwner } from "#tests/bench/owner";
import { aProfile } from "#tests/support/factories/matching";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

/** What an association has: open agreements, follow-ups of all agreements, and agreements that ended long ago. */
export type Amounts = { open: number; followups: number; ended: number };

/** Share of what is open that asks for somebody: a few per cent of the agreements end soon, one in fifty is late. */
const shares = { out: 0.012, late: 0.02, alerts: 0.02, disagreements: 0.01, proposals: 0.06, waiting: 0.04 };

/**
 * Fills an empty database with one association of so many agreements, set by set: who follows up, what was planned and done,
 * days of attendance, proposals on their way and long over, people who wait, listings that nobody has confirmed. What is over
 * has as much of everything as what is open. The coordinator is "u1".
 */
export async function generateExceptions(
  ownerUrl: string,
  { open, followups, ended }: Amounts,
): Promise<void> {
  const sql = asOwner(ownerUrl);
  const json = (value: unknown) => JSON.stringify(value);
  try {
    await sql`SELECT setseed(0.4)`;
    await sql`SELECT set_config('app.role', 'system', false)`;
    await sql`INSERT INTO associations (name) VALUES ('Förbundet')`;
    const [association] = await sql`SELECT id FROM associations`;
    const id: number = association!.id;
    await sql`INSERT INTO association_municipalities (association_id, municipality_code)
      SELECT ${id}, code FROM municipalities ORDER BY code LIMIT 4`;
    await sql`INSERT INTO auth_users (id, name, email)
      SELECT 'u' || n, 'Anställd ' || n, 'u' || n || '@bench.example' FROM generate_series(1, 20) n`;
    await sql`INSERT INTO memberships (user_id, role, association_id)
      SELECT 'u' || n, CASE WHEN n <= 3 THEN 'coordinator' ELSE 'coach' END, ${id} FROM generate_series(1, 20) n`;
    await sql`INSERT INTO employers (organisation_number, name, sector)
      SELECT '55' || lpad(n::text, 4, '0') || '-' || lpad(n::text, 4, '0'), 'Arbetsgivare ' || n, 'privat' FROM generate_series(1, 600) n`;
    await sql`INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
      SELECT e.id, 'Huset', 'Gatan 1', 'Orten', m.code, point(520000 + e.id, 6600000 + e.id) FROM employers e
        JOIN (SELECT municipality_code AS code, row_number() OVER () AS n FROM association_municipalities) m ON m.n = 1 + e.id % 4`;
    await sql`INSERT INTO contact_persons (employer_id, workplace_id, name, phone)
      SELECT employer_id, id, 'Ulla Franzén', '070-174 06 99' FROM workplaces`;
    const demands =
      "lyft staende tempo sociala_kontakter buller koncentration sjalvstandighet lasa_skriva tala_svenska finmotorik";
    const columns = demands.split(" ").map((name) => `demand_${name}`);
    await sql.unsafe(`
      INSERT INTO placements (employer_id, workplace_id, title, status, kinds, tasks, hours_min, hours_max, shortest_day, weekdays,
                              weeks_min, weeks_max, capacity, support_level, last_confirmed_on, created_at, ${columns})
      SELECT w.employer_id, w.id, 'Plats ' || n, 'published', '{praktik}', '{kontor}', 8, 25, 2, '{man}', 4, 12, 1000000, 2,
             current_date - (w.id * 5 + n) % 63, now() - interval '30 days', ${columns.map(() => 1)} FROM workplaces w, generate_series(1, 3) n`);
    await sql`
      INSERT INTO participants (association_id, reference, email, municipality_code, closed_on, created_at)
      SELECT ${id}, 'L-' || n, 'l' || n || '@bench.example', (SELECT min(municipality_code) FROM association_municipalities),
             CASE WHEN n > ${open + open * shares.waiting} THEN current_date - 100 - n % 900 END, now() - make_interval(days => 10 + n % 60)
        FROM generate_series(1, ${Math.round(open + open * shares.waiting + ended)}) n`;
    const profile = aProfile({ kinds: ["praktik"] });
    await sql`
      INSERT INTO work_profiles (participant_id, association_id, status, profile, updated_at)
      SELECT id, association_id, 'complete', ${json(profile)}::text::jsonb, created_at FROM participants`;
    await sql`
      INSERT INTO referrals (association_id, participant_id, status, main_responsible_user, referred_on)
      SELECT association_id, id, 'accepted', 'u' || (4 + abs(hashtext(reference)) % 17), created_at::date FROM participants`;
    // Open ones began over twelve weeks; those that ended did so evenly over years.
    await sql`
      INSERT INTO agreements (association_id, participant_id, number, employer_id, placement_id, status, starts_on, ends_on, ended_on,
                              contacts, first_sent_at, created_by_user, created_by_name, coach_user, coach_name, updated_at)
      SELECT p.association_id, p.id, 'B' || p.reference, l.employer_id, l.id, o.status, o.starts_on, o.starts_on + 84,
             CASE WHEN o.status = 'closed' THEN o.starts_on + 84 END, ${json(noContacts)}::text::jsonb, now(), 'u1', 'Bänken',
             'u' || (4 + abs(hashtext(p.reference)) % 17), 'Coachen', o.starts_on
        FROM participants p
        CROSS JOIN LATERAL (SELECT substr(p.reference, 3)::integer AS n) k
        CROSS JOIN LATERAL (SELECT CASE WHEN p.closed_on IS NOT NULL THEN 'closed'
                              WHEN k.n <= ${open * shares.out} THEN 'out_for_signature' ELSE 'in_force' END AS status,
                              CASE WHEN p.closed_on IS NOT NULL THEN p.closed_on - 84
                              WHEN k.n <= ${open * shares.out} THEN current_date + 1 + k.n % 28
                              ELSE current_date - k.n % 84 END AS starts_on) o
        JOIN placements l ON l.id = (SELECT min(id) FROM placements) + abs(hashtext(p.reference)) % 1800
       WHERE k.n <= ${open} OR p.closed_on IS NOT NULL`;
    await sql`
      INSERT INTO agreement_versions (association_id, agreement_id, number, amendment, status, content, hash, saved_by_name, sent_at, agreed_at)
      SELECT association_id, id, 1, 0, CASE WHEN status = 'out_for_signature' THEN status ELSE 'agreed' END,
             ${json(exampleContent)}::text::jsonb, repeat('0', 64), 'Bänken', now() - interval '3 days', now() FROM agreements`;
    // As many follow-ups each; of those open one in fifty has one that is late, all others lie ahead.
    const each = Math.round(followups / open);
    await sql`
      INSERT INTO followups (association_id, agreement_id, step, purpose, form, due_on, status, done_on)
      SELECT g.association_id, g.id, 'every-4w:' || n, 'contact', 'besok', d.due_on,
             CASE WHEN s.planned THEN 'planned' ELSE 'done' END, CASE WHEN NOT s.planned THEN d.due_on END
        FROM agreements g CROSS JOIN generate_series(1, ${each}) n
        CROSS JOIN LATERAL (SELECT abs(hashtext(g.number)) % 1000 < ${1000 * shares.late} AND n = 1 AS late) w
        CROSS JOIN LATERAL (SELECT CASE WHEN w.late THEN current_date - 10 ELSE g.starts_on + n * 7 END AS due_on) d
        CROSS JOIN LATERAL (SELECT g.status <> 'closed' AND (w.late OR d.due_on >= current_date) AS planned) s`;
    await sql`
      INSERT INTO followup_logs (id, association_id, agreement_id, followup_id, held_at, form, step, logged_by_name, written_at)
      SELECT gen_random_uuid(), f.association_id, f.agreement_id, f.id, f.done_on, 'besok', 'ok', 'Coachen', f.done_on
        FROM followups f WHERE f.status = 'done' AND f.step IN ('every-4w:1', 'every-4w:2')`;
    await sql`ALTER TABLE attendance_entries DISABLE TRIGGER USER`;
    await sql`
      INSERT INTO attendance_entries (association_id, agreement_id, day, hours, entered_role, entered_name, way)
      SELECT g.association_id, g.id, greatest(g.starts_on, least(g.ends_on, current_date) - 21) + n, 4, 'coach', 'Coachen', 'signed_in'
        FROM agreements g CROSS JOIN generate_series(0, 7) n WHERE g.status <> 'out_for_signature'`;
    await sql`ALTER TABLE attendance_entries ENABLE TRIGGER USER`;
    await sql`
      INSERT INTO attendance_links (association_id, employer_id, week, agreement_ids, supervisor_name, channel, address, asked_by_name,
                                    sent_at, expires_at)
      SELECT g.association_id, g.employer_id, w.week, ARRAY[g.id], 'Handledaren', 'mail', 'h' || g.number || '@bench.example', '',
             w.week + 4, w.week + 40
        FROM agreements g CROSS JOIN generate_series(0, 3) n
        CROSS JOIN LATERAL (SELECT date_trunc('week', least(g.ends_on, current_date))::date - 7 * n AS week) w
       WHERE g.status <> 'out_for_signature'`;
    for (const [kind, share] of [
      ["alerts", shares.alerts],
      ["disagreements", shares.disagreements],
    ] as const) {
      const some = sql`g.status <> 'out_for_signature' AND abs(hashtext(${kind} || g.number)) % 1000 < ${1000 * share}`;
      if (kind === "alerts")
        await sql`
          INSERT INTO attendance_alerts (association_id, agreement_id, kind, since, last_day, alert)
          SELECT g.association_id, g.id, 'unreported', d.since, d.since + 6,
                 jsonb_build_object('kind', 'unreported', 'since', d.since, 'count', 2)
            FROM agreements g CROSS JOIN LATERAL (SELECT date_trunc('week', least(g.ends_on, current_date))::date - 7 AS since) d
           WHERE ${some}`;
      else
        await sql`
          INSERT INTO rating_disagreements (association_id, agreement_id, instrument, item, since, answers, is_health, handled_at)
          SELECT g.association_id, g.id, 'grund', 'trivs', least(g.ends_on, current_date) - 3, '{}', false,
                 CASE WHEN g.status = 'closed' THEN now() END FROM agreements g WHERE ${some}`;
    }
    // Those under way, and as many a person that came to nothing.
    await sql`
      INSERT INTO proposals (association_id, participant_id, placement_id, employer_id, status, holds_slot, hold_until, updated_at)
      SELECT p.association_id, p.id, l.id, l.employer_id, s.status, s.status = 'held',
             CASE WHEN s.status = 'held' THEN now() + make_interval(days => 1 + k.n % 12) END,
             CASE WHEN p.closed_on IS NULL THEN now() - make_interval(days => k.n % 20) ELSE p.closed_on END
        FROM participants p
        CROSS JOIN LATERAL (SELECT substr(p.reference, 3)::integer AS n) k
        CROSS JOIN LATERAL (SELECT CASE WHEN p.closed_on IS NOT NULL OR k.n <= ${open * (1 - shares.proposals)}
            THEN (ARRAY['employer_no', 'participant_no', 'expired'])[1 + k.n % 3]
            ELSE (ARRAY['held', 'asked_participant', 'presented', 'participant_yes'])[1 + k.n % 4] END AS status) s
        JOIN placements l ON l.id = (SELECT min(id) FROM placements) + abs(hashtext('f' || p.reference)) % 1800
       WHERE k.n <= ${open} OR p.closed_on IS NOT NULL`;
    // One in five of those that are over ended before its time; of one in two hundred of them nobody has written how.
    await sql`
      UPDATE agreements SET status = 'ended_early', reason_code = 'other', initiative = 'together'
       WHERE status = 'closed' AND abs(hashtext(number)) % 5 = 0`;
    await sql`
      INSERT INTO agreement_closings (association_id, agreement_id, outcome, self_sufficiency, next_step, responsible, next_on,
                                      recorded_by_name)
      SELECT association_id, id, 'praktik', 'inte', 'En ny plats', 'Coachen', ended_on + 7, 'Coachen' FROM agreements
       WHERE status = 'closed' OR status = 'ended_early' AND abs(hashtext(number)) % 1000 >= 5`;
    await sql`VACUUM ANALYZE`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
