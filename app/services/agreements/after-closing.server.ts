import type { Agreement, SentVersion } from "#app/domain/agreements/agreement";
import { signatoryOf } from "#app/domain/agreements/signatures";
import { checkupDays } from "#app/domain/followups/checkup";
import { orderClosingLink } from "#app/services/agreements/closing-links.server";
import type { Tx } from "#db/client.server";
import { reachOf } from "#db/queries/agreement-links.server";
import { dropEarlierCheckups, planCheckups, wantsNoCheckups } from "#db/queries/checkups.server";
import { findLastClosingLink } from "#db/queries/closing-links.server";
import { enqueue } from "#db/queries/jobs.server";

/**
 * What follows when it is written how an agreement ended: check-ups are planned, the employer is thanked, and the agency is
 * told that there is something to read. Inside the transaction that writes it; once, however often it is called.
 */
export async function followClosing(
  tx: Tx,
  agreement: Agreement,
  version: SentVersion | null,
  endedOn: string,
): Promise<void> {
  if (!(await wantsNoCheckups(tx, agreement.participantId))) {
    await dropEarlierCheckups(tx, agreement);
    await planCheckups(tx, agreement, checkupDays(endedOn));
  }
  await thankEmployer(tx, agreement, version);
  if (agreement.agencyId !== null)
    await enqueue(
      tx,
      "mail_closing",
      { agreementId: agreement.id, what: "summary" },
      { key: `summary-${agreement.id}` },
    );
}

async function thankEmployer(tx: Tx, agreement: Agreement, version: SentVersion | null): Promise<void> {
  if (!version || (await findLastClosingLink(tx, agreement.id, "thanks"))) return;
  const personId = signatoryOf(version.content, "employer_1")?.personId ?? null;
  const reach = await reachOf(tx, agreement, "employer_1", personId);
  if (reach) await orderClosingLink(tx, agreement, { purpose: "thanks", ...reach, byName: "" });
}
