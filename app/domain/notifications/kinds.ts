import type { Role } from "#app/domain/identity/actor";

/** What people are reminded of. */
export const notificationKinds = ["unsigned", "first_day", "attendance", "ends_soon"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How somebody is told: by mail, by text message, in the list of the product. */
export const channels = ["mail", "sms", "app"] as const;
export type Channel = (typeof channels)[number];

/** What a role is ever reminded of; the others have nothing to choose. */
export const kindsOf: Record<Role, readonly NotificationKind[]> = {
  participant: ["unsigned", "first_day", "ends_soon"],
  employer: ["unsigned", "first_day", "attendance", "ends_soon"],
  coordinator: ["unsigned", "ends_soon"],
  coach: ["unsigned", "ends_soon"],
  case_worker: ["unsigned"],
  board: [],
  admin: [],
};

/** What is always sent, whatever anybody has chosen: a link that one has asked for, or that somebody's signature waits for. */
export const alwaysSent = ["sign_in_link", "signing_link"] as const;

/** What comes when nothing was chosen. A text message costs money and rings: only who wants one gets it. */
export const defaultChannels: readonly Channel[] = ["mail", "app"];

/** How a role can be told of a kind. A coordinator has one mail a day with everything, and a week's attendance is a link. */
export function channelsOf(role: Role, kind: NotificationKind): readonly Channel[] {
  if (kind === "attendance") return ["mail"];
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
