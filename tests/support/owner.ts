import postgres from "postgres";
import { afterAll } from "vitest";

/** The database as its owner, past row level security: for setting a stage and looking behind it. */
export const owner = postgres(process.env.DATABASE_OWNER_URL!, { max: 2, onnotice: () => {} });
afterAll(() => owner.end({ timeout: 5 }));
