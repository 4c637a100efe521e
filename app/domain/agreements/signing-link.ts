import type { AgreementContent } from "#app/domain/agreements/content";
import { partyOf, type SignatureSlot, signatoryOf } from "#app/domain/agreements/signatures";

/** How long a link to sign works. */
export const linkDays = 30;
/** How long to wait before the same party is sent another one. */
export const coolDownMinutes = 10;

/** How a link is sent. */
export type LinkChannel = "mail" | "sms";

/** When the next link may be sent to a party, or null when it may now. Times are ISO strings. */
export function nextLinkAt(lastAskedAt: string | null, now: Date): Date | null {
  if (lastAskedAt === null) return null;
  const next = new Date(new Date(lastAskedAt).getTime() + coolDownMinutes * 60_000);
  return next > now ? next : null;
}

/**
 * Who signs in a place without an account, as the text names them: what has to be typed to confirm. A participant types the
 * own name, or the code when the name is protected.
 */
export function signerName(
  content: AgreementContent,
  slot: SignatureSlot,
  participantName: string | null,
): string {
  const { participant, coordinator, agency } = content.parties;
  const names = {
    participant: participantName ?? participant.reference,
    employer: signatoryOf(content, slot)?.name ?? "",
    coordinator: coordinator.name,
    agency: agency?.caseWorker || agency?.name || "",
  };
  return names[partyOf(slot)];
}

/** How the signature of a place is kept: a participant by code, for a name can be protected afterwards. */
export function keptName(content: AgreementContent, slot: SignatureSlot): string {
  return signerName(content, slot, null);
}
