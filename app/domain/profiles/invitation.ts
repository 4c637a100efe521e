import { hasLeft } from "#app/domain/profiles/closing";
import type { Participant } from "#app/domain/profiles/participant";
import { isHidden } from "#app/domain/profiles/protected-identity";

/** Whether somebody can be invited to sign in by mail: an address, no protected identity, and not left. */
export function mayBeInvited(
  participant: Pick<Participant, "email" | "protectedIdentity" | "closedOn">,
  today: string,
): boolean {
  if (participant.email === null || isHidden(participant.protectedIdentity)) return false;
  return !hasLeft(participant.closedOn, today);
}
