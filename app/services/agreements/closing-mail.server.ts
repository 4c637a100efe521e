import { openCertificate } from "#app/domain/agreements/certificate";
import { systemActor } from "#app/domain/identity/actor";
import { appUrl } from "#app/platform/env.server";
import { withActor } from "#db/client.server";
import { findClosing } from "#db/queries/agreement-closings.server";
import { reachOf } from "#db/queries/agreement-links.server";
import { findAgreement } from "#db/queries/agreements.server";
import { listCertificates } from "#db/queries/certificates.server";

/** Where somebody is told that there is something to read, and where it is. Nobody's name, and nothing of what it says. */
export type ClosingMail = { id: string; to: string; url: string; number: string };

/** Null: there is nothing to read any more, or nobody whom a mail reaches. */
export function prepareClosingMail(
  agreementId: string,
  what: "certificate" | "summary",
): Promise<ClosingMail | null> {
  return withActor(systemActor, async (tx) => {
    const agreement = await findAgreement(tx, agreementId);
    if (!agreement) return null;
    const { number } = agreement;
    if (what === "summary") {
      const reach = (await findClosing(tx, agreementId)) && (await reachOf(tx, agreement, "agency", null));
      const url = `${appUrl}/handlaggare/overenskommelser/${agreementId}`;
      return reach ? { id: `summary-${agreementId}`, to: reach.address, url, number } : null;
    }
    const open = openCertificate(await listCertificates(tx, agreementId));
    const reach = open?.status === "asked" ? await reachOf(tx, agreement, "participant", null) : null;
    const url = `${appUrl}/min-sida/intyg?id=${agreementId}`;
    return reach
      ? { id: `certificate-${agreementId}-${open?.number}`, to: reach.address, url, number }
      : null;
  });
}
