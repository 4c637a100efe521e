import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** Lets the person with this e-mail address sign in by link as this participant. One account a participant. */
export async function linkAccount(
  tx: Tx,
  account: { participantId: string; email: string; displayName: string },
): Promise<void> {
  await tx.execute(sql`
    SELECT link_participant_account(${account.participantId}, ${account.email}, ${account.displayName})`);
}

/** Ends the participant's account, with its sessions; the person's other roles stay. */
export async function endAccount(tx: Tx, participantId: string): Promise<void> {
  await tx.execute(sql`SELECT end_participant_account(${participantId})`);
}
