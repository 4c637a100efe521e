import type { DemoAccounts } from "#db/seed/accounts";

/** Proposals on their way, one or more in every state. */
export async function seedProposals(_associations: number[], _accounts: DemoAccounts): Promise<void> {}
