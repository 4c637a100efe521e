import { type Actor, roles } from "#app/domain/identity/actor";
import {
  channelsFor,
  channelsOf,
  kindsOf,
  type NotificationKind,
  type NotificationSettings,
} from "#app/domain/notifications/kinds";
import { mobileOf } from "#app/domain/notifications/phone";
import type { SettingsForm } from "#app/domain/notifications/settings-form";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { readSettingsOf } from "#db/queries/notification-people.server";
import { saveSettings } from "#db/queries/notification-settings.server";

/** What the own role can choose, and what is chosen. Errors: `not_found` for who has no role. */
export async function readNotificationSettings(
  actor: Actor,
): Promise<
  Outcome<
    { phone: string; kinds: { kind: NotificationKind; offered: string[]; chosen: string[] }[] },
    "not_found"
  >
> {
  const role = roles.find((one) => one === actor.role);
  const { userId } = actor;
  if (!role || userId === null) return fail("not_found");
  const settings = await withActor(actor, (tx) => readSettingsOf(tx, userId));
  const kinds = kindsOf[role].map((kind) => ({
    kind,
    offered: [...channelsOf(role, kind)],
    chosen: channelsFor(role, kind, settings),
  }));
  return done({ phone: settings.phone ?? "", kinds });
}

/** Keeps what the own role can choose; what was chosen in another role stays. Errors: `not_found`. */
export async function saveNotificationSettings(
  actor: Actor,
  form: SettingsForm,
): Promise<Outcome<object, "not_found">> {
  const role = roles.find((one) => one === actor.role);
  const { userId } = actor;
  if (!role || userId === null) return fail("not_found");
  const own: NonNullable<NotificationSettings["choices"][typeof role]> = {};
  for (const kind of kindsOf[role])
    own[kind] = channelsOf(role, kind).filter((channel) => form[kind].includes(channel));
  // What is new is told by mail, to the address of the account, whatever the role (wants_mail).
  const { incoming, ...rest } = own;
  const choices = { [role]: rest, ...(incoming ? { incoming } : {}) };
  // Who is offered no text messages in this role was not asked for a number.
  const asksNumber = kindsOf[role].some((kind) => channelsOf(role, kind).includes("sms"));
  await withActor(actor, async (tx) => {
    const phone = asksNumber ? mobileOf(form.phone) : (await readSettingsOf(tx, userId)).phone;
    await saveSettings(tx, userId, { phone, choices });
  });
  return done();
}
