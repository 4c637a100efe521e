import { randomUUID } from "node:crypto";
import { seedAccount } from "#app/services/identity/seed-account.server";
import { aCircle, aDraft, type Circle, inForce, send } from "#tests/support/factories/agreements";
import { owner } from "#tests/support/owner";

/** Somebody's account in a role, with an address of its own. */
export async function anAccount(
  membership: Parameters<typeof seedAccount>[0]["memberships"][number],
): Promise<{ userId: string; email: string }> {
  const email = `${randomUUID()}@paminn.example`;
  return { userId: await seedAccount({ email, name: "Någon", memberships: [membership] }), email };
}

export type Around = Awaited<ReturnType<typeof around>>;
/** A circle whose coordinator and participant have accounts, and whose employer is reached by mail. */
async function around() {
  const circle = await aCircle();
  const { associationId, participantId } = circle;
  const coordinator = await anAccount({ role: "coordinator", associationId });
  const participant = await anAccount({ role: "participant", associationId, participantId });
  circle.coordinator = { ...circle.coordinator, userId: coordinator.userId };
  circle.participant = { ...circle.participant, userId: participant.userId };
  const mails = {
    coordinator: coordinator.email,
    participant: participant.email,
    employer: `${randomUUID()}@foretag.example`,
    supervisor: `${randomUUID()}@foretag.example`,
  };
  return { circle, mails };
}

async function withContacts(id: string, { employer, supervisor }: Around["mails"]): Promise<void> {
  await owner`UPDATE agreements SET contacts = jsonb_set(jsonb_set(contacts, '{employer1,email}', to_jsonb(${employer}::text)),
    '{supervisor,email}', to_jsonb(${supervisor}::text)) WHERE id = ${id}`;
}

/** An agreement in force, everybody reached. */
export async function anAgreementInForce(): Promise<Around & { id: string }> {
  const { circle, mails } = await around();
  const id = await inForce(circle);
  await withContacts(id, mails);
  return { circle, mails, id };
}

/** An agreement that is out, and that nobody has signed. */
export async function anAgreementOut(): Promise<Around & { id: string }> {
  const { circle, mails } = await around();
  const id = await aDraft(circle);
  await withContacts(id, mails);
  const sent = await send((circle as Circle).coordinator, id);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return { circle, mails, id };
}
