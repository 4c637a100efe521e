import postgres from "postgres";

/** A bench's database as its owner, for making its world; `current_date` is the day in Sweden, as the product counts. */
export const asOwner = (ownerUrl: string) =>
  postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { TimeZone: "Europe/Stockholm" } });
