import postgres from "postgres";

/** The database as its owner, for a process that is no test file; `current_date` is the day in Sweden. */
export const owner = postgres(process.env.DATABASE_OWNER_URL!, {
  max: 1,
  onnotice: () => {},
  connection: { TimeZone: "Europe/Stockholm" },
});
