import { expect, test } from "vitest";
import { type Actor, publicActor, roles } from "#app/domain/identity/actor";
import { publicContactSchema } from "#app/domain/organisations/association-contact";
import {
  readContacts,
  readOwnContact,
  setOwnContact,
} from "#app/services/organisations/association-contact.server";
import { anOwnEmployer } from "#tests/support/factories/own-employer";
import { anAssociation, staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

const contact = {
  askFor: "praktiksamordnaren",
  phone: "0980-319 210",
  email: "praktik@forbundet.example",
  hours: "Vardagar 9–12",
};
const nowhere: Actor = { ...publicActor, userId: "någon", name: "Någon" };

/** An association in these municipalities; answers its id and name. */
async function inMunicipalities(codes: string[]) {
  const id = await anAssociation(codes);
  const [row] = await owner<{ name: string }[]>`SELECT name FROM associations WHERE id = ${id}`;
  return { id, name: row!.name };
}

test("an administrator says how to reach the association, and everybody can read it", async () => {
  const { id, name } = await inMunicipalities(["2480"]);
  const admin = staff("admin", id);
  expect(await readOwnContact(admin)).toMatchObject({ ok: true, association: { name, contact: null } });

  expect(await setOwnContact(admin, contact)).toMatchObject({ ok: true });
  expect(await readOwnContact(admin)).toMatchObject({ association: { contact } });

  const { own, asked, all } = await readContacts(publicActor, "Umeå");
  expect(own).toEqual([]);
  expect(asked).toEqual({
    municipality: "Umeå",
    found: [{ name, municipalities: ["Umeå"], contact }],
  });
  expect(all).toContainEqual({ name, municipalities: ["Umeå"], contact });
});

test("what belongs to the visitor comes first: the own association, and for an employer where its workplaces are", async () => {
  const { id, name } = await inMunicipalities(["2482"]);
  expect((await readContacts(staff("coach", id), "")).own.map((row) => row.name)).toEqual([name]);

  const { administrator, employerId } = await anOwnEmployer();
  await owner`UPDATE workplaces SET municipality_code = '2482' WHERE employer_id = ${employerId}`;
  expect((await readContacts(administrator, "")).own.map((row) => row.name)).toEqual([name]);
});

test("a place nobody knows and a municipality without an association are told apart", async () => {
  expect((await readContacts(publicActor, "Ingenstansby")).asked).toEqual({ municipality: null, found: [] });
  expect((await readContacts(publicActor, "Kiruna")).asked).toEqual({ municipality: "Kiruna", found: [] });
});

test.each(roles.filter((role) => role !== "admin"))("a %s changes nobody's contact", async (role) => {
  const { id } = await inMunicipalities([]);
  const actor: Actor = { ...nowhere, role, associationId: id };
  expect(await readOwnContact(actor)).toEqual({ ok: false, code: "forbidden" });
  expect(await setOwnContact(actor, contact)).toEqual({ ok: false, code: "forbidden" });
  const [row] = await owner`SELECT public_contact FROM associations WHERE id = ${id}`;
  expect(row).toEqual({ public_contact: {} });
});

test("a telephone or a mailbox is needed, and whom to ask for", () => {
  const codes = (values: object) =>
    publicContactSchema.safeParse(values).error?.issues.map(({ message }) => message);
  expect(codes({ askFor: "samordnaren", phone: "", email: "" })).toEqual(["one_way"]);
  expect(codes({ phone: "0980-319 210" })).toEqual(["required"]);
  expect(codes({ askFor: "samordnaren", phone: "ring mig" })).toEqual(["phone"]);
  expect(codes({ askFor: "samordnaren", email: "praktik@forbundet.example" })).toBeUndefined();
});
