import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { personSchema } from "#app/domain/organisations/person-form";
import { acceptInvitation } from "#app/services/organisations/accept-invitation.server";
import { listOwnEntries } from "#app/services/organisations/list-own-entries.server";
import { listOwnPeople, saveOwnPerson } from "#app/services/organisations/own-people.server";
import { editPerson, removePerson, savePerson } from "#app/services/organisations/save-person.server";
import { aColleague, anOwnEmployer } from "#tests/support/factories/own-employer";
import { anAssociation, staff } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

// A coordinator sees and sets what an employer's people may do, for employers who do not do it themselves.
let me: Actor;
let employer: Awaited<ReturnType<typeof anOwnEmployer>>;

beforeEach(async () => {
  me = staff("coordinator", await anAssociation());
  employer = await anOwnEmployer();
});

const form = (changes: object) => personSchema.parse({ name: "Berit", ...changes });
async function idOf(name: string): Promise<number> {
  const [row] = await owner`
    SELECT id FROM contact_persons WHERE employer_id = ${employer.employerId} AND name = ${name}`;
  return row!.id;
}
const rights = (userId: string | null) =>
  owner.begin(async (tx) => {
    await tx`SELECT set_config('app.role', 'identity', true)`;
    return tx`SELECT narrowed FROM memberships WHERE user_id = ${userId}`;
  });

test("somebody may be known without any right, and be given one with an invitation later", async () => {
  const { employerId, mill } = employer;
  expect(await savePerson(me, employerId, null, form({}))).toEqual({ ok: true, invited: false });
  const id = await idOf("Berit");
  expect(await editPerson(me, employerId, id)).toMatchObject({ person: { duty: null, signsIn: false } });

  const email = `berit${employerId}@egna.example`;
  const given = form({ email, duty: "contact", workplace: String(mill), invite: "yes" });
  expect(await savePerson(me, employerId, id, given)).toEqual({ ok: true, invited: true });
  await runDueJobs();
  const secret = secretIn(mailsTo(email)[0], "arbetsgivare/inbjudan");
  expect(await acceptInvitation(secret)).toMatchObject({ ok: true });
  expect(await editPerson(me, employerId, id)).toMatchObject({
    person: { duty: "contact", workplaceId: mill, signsIn: true },
  });
  expect(await listOwnEntries(employer.administrator)).toMatchObject({
    entries: [
      { what: "person", done: "changed", subject: "Berit" },
      { what: "person", done: "added", subject: "Berit" },
    ],
  });
});

test("of two who change a person at once the later is told, and nothing is overwritten unseen", async () => {
  const { employerId } = employer;
  await savePerson(me, employerId, null, form({ name: "Två flikar" }));
  const id = await idOf("Två flikar");
  const open = await editPerson(me, employerId, id);
  const seen = open.ok ? open.seen : null;
  const first = form({ name: "Två flikar", phone: "019-12 34 56" });
  expect(await savePerson(me, employerId, id, first, seen)).toMatchObject({ ok: true });
  // The second of two clicks wrote the same.
  expect(await savePerson(me, employerId, id, first, seen)).toMatchObject({ ok: true });
  const later = form({ name: "Två flikar", phone: "070-123 45 67" });
  expect(await savePerson(me, employerId, id, later, seen)).toEqual({ ok: false, code: "changed_meanwhile" });
  expect(await saveOwnPerson(employer.administrator, id, { ...later, duty: "contact" }, seen)).toEqual({
    ok: false,
    code: "changed_meanwhile",
  });
  expect(await editPerson(me, employerId, id)).toMatchObject({ person: { phone: first.phone } });
});

test("who may sign in for an employer is decided by those who work with it", async () => {
  const { employerId } = employer;
  const elsewhere = staff("coordinator", await anAssociation(["2584"]));
  expect(await savePerson(elsewhere, employerId, null, form({}))).toMatchObject({ ok: true });
  const id = await idOf("Berit");
  const email = `berit${employerId}@egna.example`;
  const given = form({ email, duty: "administrator", invite: "yes" });
  expect(await savePerson(elsewhere, employerId, id, given)).toEqual({ ok: false, code: "elsewhere" });
  await runDueJobs();
  expect(mailsTo(email)).toEqual([]);
  await aColleague(employerId, "Sara", { duty: "contact" });
  expect(await removePerson(elsewhere, employerId, await idOf("Sara"))).toEqual({
    ok: false,
    code: "elsewhere",
  });
});

test("a supervisor reaches what the coordinator chose, and no more", async () => {
  const { employerId, atMill } = employer;
  const colleague = await aColleague(employerId, "Sara", { duty: "contact" });
  const narrower = form({
    name: "Sara",
    email: colleague.email,
    duty: "supervisor",
    supervises: [String(atMill)],
  });
  expect(await savePerson(me, employerId, colleague.personId, narrower)).toMatchObject({ ok: true });
  expect(await editPerson(me, employerId, colleague.personId)).toMatchObject({
    person: { duty: "supervisor", supervises: [atMill] },
  });
  expect(await listOwnPeople(colleague)).toMatchObject({ mayManage: false });
});

test("the last administrator keeps the right, but goes with all rights when removed", async () => {
  const { employerId, administrator } = employer;
  await listOwnPeople(administrator);
  const id = await idOf(administrator.name);
  const [{ email } = { email: "" }] = await owner`SELECT email FROM contact_persons WHERE id = ${id}`;
  const self = { name: administrator.name, email };
  expect(await savePerson(me, employerId, id, form({ ...self, duty: "contact" }))).toMatchObject({
    code: "last_administrator",
  });
  expect(await savePerson(me, employerId, id, form(self))).toMatchObject({ code: "duty_kept" });
  const other = form({ ...self, email: "annan@egna.example", duty: "administrator" });
  expect(await savePerson(me, employerId, id, other)).toMatchObject({ code: "email_fixed" });
  expect(await rights(administrator.userId)).toHaveLength(1);
  expect(await removePerson(me, employerId, id)).toMatchObject({ ok: true });
  expect(await rights(administrator.userId)).toHaveLength(0);
});

test("only what the employer has can be chosen, and only coordinators choose", async () => {
  const { employerId, administrator } = employer;
  const other = await anOwnEmployer();
  const elsewhere = form({ duty: "contact", workplace: String(other.mill) });
  expect(await savePerson(me, employerId, null, elsewhere)).toMatchObject({ code: "workplace_unknown" });
  await listOwnPeople(other.administrator);
  const [theirs] = await owner`SELECT id FROM contact_persons WHERE employer_id = ${other.employerId}`;
  expect(await savePerson(me, employerId, theirs!.id, form({}))).toMatchObject({ code: "not_found" });
  for (const actor of [staff("coach", me.associationId!), staff("admin", me.associationId!), administrator])
    expect(await savePerson(actor, employerId, null, form({}))).toMatchObject({ code: "not_found" });
});
