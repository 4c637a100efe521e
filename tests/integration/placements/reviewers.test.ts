import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { demands } from "#app/domain/placements/vocabulary";
import { seedAccount } from "#app/services/identity/seed-account.server";
import {
  decideOnListing,
  listForAdministrator,
  readReview,
} from "#app/services/placements/review-listing.server";
import { withActor } from "#db/client.server";
import { listInReview } from "#db/queries/todo.server";
import { aConfirmedOffer, someAnswers } from "#tests/support/factories/offers";
import { anAssociation, staff } from "#tests/support/factories/people";
import { mailsTo } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

type Reviewer = Actor & { email: string };

async function someone(role: "coordinator" | "admin", associationId: number): Promise<Reviewer> {
  const email = `${crypto.randomUUID()}@granska.example`;
  const userId = await seedAccount({ email, name: role, memberships: [{ role, associationId }] });
  return { ...staff(role, associationId), userId, name: role, email };
}

async function aListingIn(locality: string) {
  const answers = someAnswers({ locality });
  const offer = await aConfirmedOffer(answers);
  const [row] = await owner`
    SELECT p.id FROM placements p JOIN employers e ON e.id = p.employer_id
     WHERE e.organisation_number = ${String(answers.organisationNumber)}`;
  return { id: row!.id as number, email: offer.email };
}

const wasMailed = ({ email }: Reviewer, id: number) =>
  mailsTo(email).some(({ text }) => text.includes(`/samordnare/granska/${id}`));

async function waitsFor(actor: Actor): Promise<number[]> {
  if (actor.role === "coordinator") {
    const { rows } = await withActor(actor, (tx) => listInReview(tx, actor.associationId!, 50));
    return rows.map(({ id }) => id);
  }
  const listed = await listForAdministrator(actor);
  return listed.ok ? listed.inReview.rows.map(({ id }) => id) : [];
}

beforeEach(async () => {
  await owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    await tx`DELETE FROM memberships WHERE role IN ('coordinator', 'admin')`;
  });
});

test("the coordinators of every association that has the municipality review, and no administrator", async () => {
  const [first, second] = [await anAssociation(["1885"]), await anAssociation(["1885"])];
  const both = [await someone("coordinator", first), await someone("coordinator", second)];
  const admin = await someone("admin", first);
  const { id } = await aListingIn("Lindesberg");
  for (const one of both) {
    expect(wasMailed(one, id)).toBe(true);
    expect(await waitsFor(one)).toContain(id);
    expect(await readReview(one, id)).toMatchObject({ ok: true });
  }
  expect(wasMailed(admin, id)).toBe(false);
  expect(await waitsFor(admin)).not.toContain(id);
  expect(await readReview(admin, id)).toMatchObject({ code: "not_found" });
});

test("an association without a coordinator: its administrators review, not another's", async () => {
  const [there, other] = [await anAssociation(["1863"]), await anAssociation(["0331"])];
  const [admin, elsewhere] = [await someone("admin", there), await someone("admin", other)];
  await someone("coordinator", other);
  const { id, email } = await aListingIn("Hällefors");
  expect([wasMailed(admin, id), wasMailed(elsewhere, id)]).toEqual([true, false]);
  expect(await waitsFor(admin)).toContain(id);
  expect(await waitsFor(elsewhere)).not.toContain(id);
  expect(await readReview(elsewhere, id)).toMatchObject({ code: "not_found" });
  expect(mailsTo(email).at(-1)?.text).toContain("En administratör läser den i stället");

  // Whoever comes to work there takes it up where the administrator left it.
  const coordinator = await someone("coordinator", there);
  expect(await waitsFor(coordinator)).toContain(id);
  expect(await readReview(admin, id)).toMatchObject({ code: "not_found" });
});

test("a municipality that no association has: every administrator may review, and the employer is told", async () => {
  const [a, b] = [await anAssociation(["1885"]), await anAssociation(["0331"])];
  const admins = [await someone("admin", a), await someone("admin", b)];
  const coordinator = await someone("coordinator", a);
  const { id, email } = await aListingIn("Kiruna");
  for (const admin of admins) {
    expect(wasMailed(admin, id)).toBe(true);
    expect(await waitsFor(admin)).toContain(id);
  }
  expect(await readReview(coordinator, id)).toMatchObject({ code: "not_found" });
  const seen = await readReview(admins[0]!, id);
  expect(seen).toMatchObject({ ok: true, review: { contact: { email } } });
  const open = demands.map((demand) => [`demand_${demand}`, 1 as const]);
  const form = { kinds: ["praktik" as const], supportLevel: 1 as const, ...Object.fromEntries(open) };
  expect(await decideOnListing(admins[1]!, id, { decision: "approved", form })).toEqual({ ok: true });
  const [row] = await owner`SELECT status FROM placements WHERE id = ${id}`;
  expect(row).toEqual({ status: "published" });
  expect(await waitsFor(admins[0]!)).not.toContain(id);
});
