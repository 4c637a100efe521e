import { sql } from "drizzle-orm";
import { signatoryOf } from "#app/domain/agreements/signatures";
import { type NotificationSettings, noSettings } from "#app/domain/notifications/kinds";
import type { Recipient, ReminderParty } from "#app/domain/notifications/reminders";
import type { StaffMember } from "#app/domain/notifications/staff-for";
import type { Tx } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { reachOf } from "#db/queries/agreement-links.server";
import type { ReminderAgreement } from "#db/queries/reminder-facts.server";

/** A role of somebody who signs in, and the address of the account. */
export type Account = { membershipId: string; userId: string; email: string };

/** Everybody who is coordinator or coach of these associations, once for each role. */
export function listStaffOf(tx: Tx, associationIds: readonly number[]): Promise<StaffMember[]> {
  return asIdentity(tx, async () => [
    ...(await tx.execute<StaffMember>(sql`
      SELECT user_id AS "userId", association_id AS "associationId", role FROM memberships
       WHERE role IN ('coordinator', 'coach') AND association_id = ANY (${sql.param([...associationIds])}::integer[])
       ORDER BY association_id, user_id, role DESC`)),
  ]);
}

/** The account that a reminder is for; null when the party has none, or the colleague is no longer one. */
export async function findAccount(
  tx: Tx,
  agreement: ReminderAgreement,
  recipient: Recipient,
): Promise<Account | null> {
  if (recipient.party === "staff")
    return account(
      tx,
      sql`m.user_id = ${recipient.userId} AND m.role = ${recipient.role} AND m.association_id = ${agreement.associationId}`,
    );
  if (recipient.party === "participant")
    return account(tx, sql`m.participant_id = ${agreement.participantId}::uuid`);
  if (recipient.party === "agency") {
    const [worker] = await tx.execute<{ user: string | null }>(sql`
      SELECT case_worker_user AS user FROM referrals
       WHERE participant_id = ${agreement.participantId} AND agency_id = ${agreement.agencyId}
       ORDER BY is_current DESC LIMIT 1`);
    return worker?.user
      ? account(
          tx,
          sql`m.user_id = ${worker.user} AND m.role = 'case_worker' AND m.agency_id = ${agreement.agencyId}
              AND m.association_id = ${agreement.associationId}`,
        )
      : null;
  }
  const userId = await employerUser(tx, agreement, recipient.party);
  return userId === null
    ? null
    : account(
        tx,
        sql`m.user_id = ${userId} AND m.role = 'employer' AND m.employer_id = ${agreement.employerId}`,
      );
}

/** Where a party without account is reached: a mail address first, else a telephone; null when neither is known. */
export async function findAddress(
  tx: Tx,
  agreement: ReminderAgreement,
  party: ReminderParty,
): Promise<{ channel: "mail" | "sms"; address: string } | null> {
  if (party === "supervisor") {
    const { email, phone } = agreement.contacts.supervisor;
    const known = await findSupervisor(tx, agreement);
    const mail = email || known?.email;
    const number = phone || known?.phone;
    if (mail) return { channel: "mail", address: mail };
    return number ? { channel: "sms", address: number } : null;
  }
  const personId = agreement.content ? (signatoryOf(agreement.content, party)?.personId ?? null) : null;
  return reachOf(tx, agreement, party, personId);
}

/** The account with this mail address at an employer, or null. */
export function findEmployerUser(tx: Tx, employerId: number, email: string): Promise<string | null> {
  return asIdentity(tx, async () => {
    const [row] = await tx.execute<{ id: string }>(sql`
      SELECT u.id FROM auth_users u JOIN memberships m ON m.user_id = u.id AND m.employer_id = ${employerId}
       WHERE u.email = lower(${email}) LIMIT 1`);
    return row?.id ?? null;
  });
}

/** What somebody has chosen; the defaults when nothing. */
export async function readSettingsOf(tx: Tx, userId: string): Promise<NotificationSettings> {
  const [row] = await tx.execute<NotificationSettings>(sql`
    SELECT phone, choices FROM notification_settings WHERE user_id = ${userId}`);
  return row ? { phone: row.phone, choices: row.choices } : noSettings;
}

function account(tx: Tx, where: ReturnType<typeof sql>): Promise<Account | null> {
  return asIdentity(tx, async () => {
    const [row] = await tx.execute<Account>(sql`
      SELECT m.id AS "membershipId", u.id AS "userId", u.email
        FROM memberships m JOIN auth_users u ON u.id = m.user_id WHERE ${where} LIMIT 1`);
    return row ?? null;
  });
}

/** The account behind a signatory or the supervisor, as far as the employer's register says. */
async function employerUser(
  tx: Tx,
  agreement: ReminderAgreement,
  party: "employer_1" | "employer_2" | "supervisor",
): Promise<string | null> {
  if (party === "supervisor") return (await findSupervisor(tx, agreement))?.user ?? null;
  const personId = agreement.content ? signatoryOf(agreement.content, party)?.personId : null;
  if (!personId) return null;
  const [row] = await tx.execute<{ user: string | null }>(sql`
    SELECT user_id AS user FROM contact_persons WHERE id = ${personId} AND employer_id = ${agreement.employerId}`);
  return row?.user ?? null;
}

/** The supervisor in the employer's register: the one with the agreement's address, else with the agreement's name. */
async function findSupervisor(tx: Tx, { employerId, contacts, content }: ReminderAgreement) {
  const [row] = await tx.execute<{ user: string | null; email: string | null; phone: string | null }>(sql`
    SELECT user_id AS user, email, phone FROM contact_persons
     WHERE employer_id = ${employerId}
       AND (lower(email) = lower(nullif(${contacts.supervisor.email}, '')) OR name = ${content?.supervisor.name ?? ""})
     ORDER BY lower(email) = lower(nullif(${contacts.supervisor.email}, '')) DESC NULLS LAST, user_id NULLS LAST, id LIMIT 1`);
  return row ?? null;
}
