import type { Role } from "#app/domain/identity/actor";

/** What people are told of without asking: reminders about agreements, and `incoming`: something new waits for them. */
export const notificationKinds = ["unsigned", "first_day", "attendance", "ends_soon", "incoming"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How somebody is told: by mail, by text message, in the list of the product. */
export const channels = ["mail", "sms", "app"] as const;
export type Channel = (typeof channels)[number];

/**
 * What a role is ever told of; the others have nothing to choose. What is not here is always sent: a link that one has asked
 * for, or with which a signature is asked for.
 */
export const kindsOf: Record<Role, readonly NotificationKind[]> = {
  participant: ["unsigned", "first_day", "ends_soon", "incoming"],
  employer: ["unsigned", "first_day", "attendance", "ends_soon", "incoming"],
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
  return role === "coordinator" ? ["mail", "app"] : channels;
}

export type NotificationSettings = {
  /** As `+46701234567`; null: no text messages. */
  phone: string | null;
  /** A kind that is not here has its default. */
  choices: Partial<Record<NotificationKind, readonly Channel[]>>;
};
export const noSettings: NotificationSettings = { phone: null, choices: {} };

/** How an account is told of a kind. */
export function channelsFor(kind: NotificationKind, { phone, choices }: NotificationSettings): Channel[] {
  const chosen = choices[kind] ?? defaultChannels;
  return channels.filter((channel) => chosen.includes(channel) && (channel !== "sms" || phone !== null));
}
