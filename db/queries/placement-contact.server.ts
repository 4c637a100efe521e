import { type SQL, sql } from "drizzle-orm";
import type { Financing } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/** The person whom the workplace's form and page name: the first that was entered there. */
export const contactOf = (workplaceId: SQL) => sql`
  SELECT id, name, email, phone, user_id FROM contact_persons WHERE workplace_id = ${workplaceId} ORDER BY id LIMIT 1`;

/**
 * Writes whom to talk to at the workplace. Another name takes the place of the first person there, unless the workplace
 * knows somebody of that name or the first one signs in; nobody is removed by an empty form.
 */
export async function saveContact(
  tx: Tx,
  contact: {
    employerId: number;
    workplaceId: number;
    name: string;
    email: string | null;
    phone: string | null;
  },
): Promise<void> {
  const { employerId, workplaceId, name, email, phone } = contact;
  if (name === "") return;
  const [known] = await tx.execute<{ id: number }>(sql`
    SELECT coalesce((SELECT id FROM contact_persons WHERE workplace_id = ${workplaceId} AND name = ${name}),
                    (SELECT id FROM (${contactOf(sql`${workplaceId}`)}) AS first WHERE user_id IS NULL)) AS id`);
  if (known?.id)
    await tx.execute(sql`
      UPDATE contact_persons SET name = ${name}, email = ${email}, phone = ${phone} WHERE id = ${known.id}`);
  else
    await tx.execute(sql`
      INSERT INTO contact_persons (employer_id, workplace_id, name, email, phone)
      VALUES (${employerId}, ${workplaceId}, ${name}, ${email}, ${phone})
      ON CONFLICT (employer_id, workplace_id, name) DO UPDATE SET email = excluded.email, phone = excluded.phone`);
}

/** What staff and the employer itself may read beside the placement: whom to talk to, who supervises, what it costs. */
export type PlacementTerms = {
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  supervisor: string;
  financing: Financing;
  costPerWeek: number | null;
  calledOffBy: string | null;
};

/** Those terms; row level security shows the person to staff and the employer itself only. */
export async function readTerms(tx: Tx, id: number): Promise<PlacementTerms | null> {
  const [row] = await tx.execute<PlacementTerms>(sql`
    SELECT c.name AS "contactName", c.email AS "contactEmail", c.phone AS "contactPhone", p.supervisor, p.financing,
           p.cost_per_week AS "costPerWeek", p.called_off_by AS "calledOffBy"
      FROM placements p LEFT JOIN LATERAL (${contactOf(sql`p.workplace_id`)}) c ON true WHERE p.id = ${id}`);
  return row ?? null;
}
