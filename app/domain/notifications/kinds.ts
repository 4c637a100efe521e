import type { Role } from "#app/domain/identity/actor";

/** What people are told of without asking: reminders about agreements, and `incoming`: something new waits for them. */
export const notificationKinds = [
  "unsigned",
  "first_day",
  "attendance",
  "rating",
  "ends_soon",
  "incoming",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How somebody is told: by mail, by text message, in the list of the product. */
export const channels = ["mail", "sms", "app"] as const;
export type Channel = (typeof channels)[number];

/**
 * What a role is ever told of; the others have nothing to choose. What is not here is always sent: a link that one has asked
 * for, or with which a signature is asked for.
 */
export const kindsOf: Record<Role, readonly NotificationKind[]> = {
  participant: ["unsigned", "first_day", "rating", "ends_soon", "incoming"],
  employer: ["unsigned", "first_day", "attendance", "rating", "ends_soon", "incoming"],
  coordinator: ["unsigned", "ends_soon", "incoming"],
  coach: ["unsigned", "ends_soon"],
  case_worker: ["unsigned", "incoming"],
  board: [],
  admin: ["incoming"],
};

/** What comes when nothing was chosen. A text message costs money and rings: only who wants one gets it. */
export const defaultChannels: readonly Channel[] = ["mail", "app"];

/** How a role can be told of a kind. A coordinator has one mail a day with the reminders. What is new is on the start page. */
export function channelsOf(role: Role, kind: NotificationKind): readonly Channel[] {
  if (kind === "attendance" || kind === "incoming") return ["mail"];
  // A supervisor has one link for all the own people; a participant is told as of the rest.
  if (kind === "rating" && role === "employer") return ["mail"];
  return role === "coordinator" ? ["mail", "app"] : channels;
}

/** Kinds by how they are told. One that is not here has its default. */
type Choices = Partial<Record<NotificationKind, readonly Channel[]>>;
export type NotificationSettings = {
  /** As `+46701234567`; null: no text messages. */
  phone: string | null;
  /** By role. Beside the roles `incoming`, which is one for the account, and what was chosen before roles were told apart. */
  choices: Choices & Partial<Record<Role, Choices>>;
};
export const noSettings: NotificationSettings = { phone: null, choices: {} };

/** How an account is told of a kind in a role. */
export function channelsFor(
  role: Role,
  kind: NotificationKind,
  { phone, choices }: NotificationSettings,
): Channel[] {
  const offered = channelsOf(role, kind);
  const chosen = choices[role]?.[kind] ?? choices[kind] ?? defaultChannels;
  const possible = chosen.filter((channel) => offered.includes(channel));
  // What was chosen in another role, and cannot be had in this one, is no wish to hear nothing.
  const counts = possible.length === 0 && chosen.length > 0 ? defaultChannels : possible;
  return channels.filter(
    (channel) =>
      counts.includes(channel) && offered.includes(channel) && (channel !== "sms" || phone !== null),
  );
}
