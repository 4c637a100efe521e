import postgres from "postgres";
import { afterAll } from "vitest";

/** The owner's connection to this test file's database: sees and arranges everything. Row level security still holds. */
export const owner = postgres(process.env.DATABASE_OWNER_URL!, { max: 2, onnotice: () => {} });

afterAll(() => owner.end({ timeout: 5 }));
