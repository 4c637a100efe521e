import type { Recipient, ReminderKind } from "#app/domain/notifications/reminders";

/** Where somebody with an account reads the agreement that a reminder is about. */
export function pageOf(
  { party }: Pick<Recipient, "party">,
  agreementId: string,
  kind?: ReminderKind,
): string {
  if (kind === "rating") return "/min-sida/skattning";
  switch (party) {
    case "participant":
      return "/min-sida/overenskommelse";
    case "agency":
      return `/handlaggare/overenskommelser/${agreementId}`;
    case "staff":
      return `/overenskommelser/${agreementId}`;
    default:
      return `/arbetsgivare/overenskommelser/${agreementId}`;
  }
}
