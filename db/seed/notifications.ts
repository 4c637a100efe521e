import { sql } from "drizzle-orm";
import { systemActor } from "#app/domain/identity/actor";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";

/**
 * What the demo's people find in their lists: some days' reminders about the agreements that they are in, one of them read.
 * They were shown and never mailed: nobody reads mail at demo.example.
 */
export async function seedNotifications(): Promise<void> {
  await withActor(systemActor, async (tx) => {
    const accounts = await asIdentity(tx, () =>
      tx.execute<{
        membership: string;
        role: string;
        user: string;
        association: number | null;
        employer: number | null;
        participant: string | null;
      }>(sql`
        SELECT m.id AS membership, m.role, m.user_id AS user, m.association_id AS association, m.employer_id AS employer,
               m.participant_id AS participant
          FROM memberships m JOIN auth_users u ON u.id = m.user_id
         WHERE u.demo AND m.role IN ('coordinator', 'participant', 'employer')`),
    );
    for (const { membership, role, user, association, employer, participant } of accounts) {
      const recipient = {
        coordinator: `coordinator:${user}`,
        participant: "participant",
        employer: "employer_1",
      }[role]!;
      await tx.execute(sql`
        INSERT INTO notifications (association_id, agreement_id, kind, subject, step, recipient, send_at, membership_id, shown_at,
                                   settled_at, read_at)
        SELECT g.association_id, g.id, k.kind, k.subject, k.step, ${recipient}, k.at, ${membership}::uuid, k.at, k.at,
               CASE WHEN row_number() OVER (ORDER BY k.at DESC) > 2 THEN k.at END
          FROM agreements g
          CROSS JOIN LATERAL (
            SELECT CASE g.status WHEN 'in_force' THEN 'ends_soon' ELSE 'unsigned' END AS kind,
                   CASE g.status WHEN 'in_force' THEN g.ends_on::text ELSE 'v1' END AS subject,
                   CASE g.status WHEN 'in_force' THEN 0 ELSE 7 END AS step,
                   (${today()}::date - (1 + abs(hashtext(g.number)) % 6) + time '08:00') AT TIME ZONE 'Europe/Stockholm' AS at) k
         WHERE (g.status = 'out_for_signature' OR (g.status = 'in_force' AND g.ends_on <= ${today()}::date + 40))
           AND (g.association_id = ${association} OR ${association}::integer IS NULL)
           AND (g.employer_id = ${employer} OR ${employer}::integer IS NULL)
           AND (g.participant_id = ${participant}::uuid OR ${participant}::uuid IS NULL)
        ON CONFLICT DO NOTHING`);
    }
  });
}
