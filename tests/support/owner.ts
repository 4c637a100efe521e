import postgres from "postgres";

/**
 * The database as its owner, past row level security: for setting a stage and looking behind it. `current_date` is the
 * day in Sweden, as the product counts; the product's own connections keep the clock that the server gave them.
 */
export const owner = postgres(process.env.DATABASE_OWNER_URL!, {
  max: 2,
  onnotice: () => {},
  connection: { TimeZone: "Europe/Stockholm" },
});
