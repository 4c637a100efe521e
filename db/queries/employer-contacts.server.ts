import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { Tx } from "#db/client.server";

/** Notes that this coordinator has asked the employer about a proposal: others see who already talks with whom. */
export async function noteProposalContact(
  tx: Tx,
  actor: Actor,
  employerId: number,
  day: string,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO employer_contacts (employer_id, association_id, user_id, user_name, channel, happened_on)
    VALUES (${employerId}, ${actor.associationId}, ${actor.userId}, ${actor.name}, 'forslag', ${day}::date)`);
}
