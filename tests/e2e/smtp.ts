import { join } from "node:path";
import { startSmtp } from "../support/smtp";

/** The SMTP server that the product sends to during the browser tests; specs read what has arrived. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { stop } = await startSmtp(
    Number(process.env.E2E_SMTP_PORT),
    join(process.env.E2E_DATA_DIR!, "mail"),
  );
  return stop;
}
