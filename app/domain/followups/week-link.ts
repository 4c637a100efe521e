import type { AgreementStatus } from "#app/domain/agreements/agreement-status";
import type { Contacts } from "#app/domain/agreements/contacts";
import type { LinkChannel } from "#app/domain/agreements/signing-link";
import { mobileOf } from "#app/domain/notifications/phone";

/** How long a supervisor can write and change a week with a link. */
export const weekLinkDays = 14;

/** Agreements whose days can be written: in force, and for those that ended early what was before the end. */
export const writableStatuses: readonly AgreementStatus[] = ["in_force", "ended_early"];

/** Where the supervisor is reached: by mail first, else by text message to a mobile; null when neither is known. */
export function supervisorReach({ supervisor }: Pick<Contacts, "supervisor">): {
  channel: LinkChannel;
  address: string;
} | null {
  if (supervisor.email) return { channel: "mail", address: supervisor.email };
  return mobileOf(supervisor.phone) ? { channel: "sms", address: supervisor.phone } : null;
}
