import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import type { ContactForm } from "#app/domain/profiles/suggestion-form";
import {
  connectPlacement,
  contactForSuggestion,
  prepareSuggestedPlacement,
} from "#app/services/profiles/contact-suggestion.server";
import { moveSuggestion } from "#app/services/profiles/move-suggestion.server";
import { listOpenSuggestions, readSuggestion } from "#app/services/profiles/read-suggestion.server";
import {
  answerOwnSuggestion,
  listMySuggestions,
  sendSuggestion,
} from "#app/services/profiles/send-suggestion.server";
import { aCoordinator, suggestionForm } from "#tests/support/factories/cases";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aPlacement } from "#tests/support/factories/placements";
import { aParticipant } from "#tests/support/factories/profiles";
import { runDueJobs } from "#tests/support/jobs";
import { writtenMails } from "#tests/support/mails";
import { owner } from "#tests/support/owner";

let associationId: number;
let sofia: Actor;
let foreign: Actor;
let me: Actor;
let other: Actor;
let reference: string;
const missing = { ok: false, code: "not_found" };

beforeAll(async () => {
  associationId = await anAssociation();
  sofia = await aCoordinator(associationId);
  foreign = await aCoordinator(await anAssociation());
  const made = await aParticipant(sofia, { name: "Kanarie Fågelsson", email: "kanarie.f@example.org" });
  reference = made.reference;
  me = asParticipant(associationId, made.participantId);
  other = asParticipant(associationId, (await aParticipant(sofia)).participantId);
});

const contact = (changes: Partial<ContactForm> = {}): ContactForm => ({
  employer: "new",
  organisationNumber: "556036-0793",
  employerName: "Cykelboden AB",
  sector: "privat",
  channel: "telefon",
  on: "2026-06-01",
  note: "De vill gärna veta mer.",
  ...changes,
});

async function aSuggestion(changes: Parameters<typeof suggestionForm>[0] = {}): Promise<string> {
  const sent = await sendSuggestion(me, suggestionForm(changes));
  if (!sent.ok) throw new Error(sent.code);
  return sent.id;
}
const rowOf = async (id: string) => (await owner`SELECT * FROM workplace_suggestions WHERE id = ${id}`)[0]!;

describe("a participant has found a workplace", () => {
  test("sent once however often, seen in the inbox as a code, and by nobody else", async () => {
    const form = suggestionForm({ workplace: "Hasses" });
    await Promise.all([sendSuggestion(me, form), sendSuggestion(me, form)]);
    const list = await listOpenSuggestions(sofia);
    if (!list.ok) throw new Error(list.code);
    const rows = list.rows.filter(({ id }) => id === form.key);
    expect(rows).toMatchObject([{ workplace: "Hasses", reference, status: "sent" }]);
    expect(JSON.stringify(list)).not.toMatch(/kanarie/i);
    expect(await listOpenSuggestions(foreign)).toMatchObject({ rows: [] });
    expect(await readSuggestion(foreign, form.key, "")).toEqual(missing);
    expect(await readSuggestion(staff("coach", associationId), form.key, "")).toEqual(missing);
    expect(await answerOwnSuggestion(other, form.key, "withdraw")).toEqual(missing);
    expect(await listMySuggestions(other)).toEqual({ ok: true, suggestions: [] });
    expect(await sendSuggestion(other, form)).toEqual(missing);
  });

  test("a protected identity is counted and shown in no list", async () => {
    const { participantId } = await aParticipant(sofia, {
      protectedIdentity: "protected",
      name: undefined,
      municipality: undefined,
      locality: undefined,
    });
    const form = suggestionForm({ workplace: "Hemliga boden" });
    await sendSuggestion(asParticipant(associationId, participantId), form);
    const list = await listOpenSuggestions(sofia);
    expect(JSON.stringify(list)).not.toContain("Hemliga");
    expect(list).toMatchObject({ hidden: 1 });
  });
});

describe("the contact", () => {
  test("is not made without the participant's yes, and nothing is written about an employer", async () => {
    const id = await aSuggestion({ mayContact: "no" });
    expect(await contactForSuggestion(sofia, id, contact())).toEqual({
      ok: false,
      code: "contact_not_allowed",
    });
    expect((await owner`SELECT 1 FROM employers WHERE organisation_number = '556036-0793'`).length).toBe(0);
    expect(await answerOwnSuggestion(me, id, "may_contact")).toEqual({ ok: true });
    expect(await contactForSuggestion(sofia, id, contact())).toMatchObject({ ok: true });
  });

  test("makes the employer or uses the one in the register, with one line in the log that names nobody", async () => {
    const id = await aSuggestion();
    const { employerId } = await aPlacement();
    const named = contact({ employer: String(employerId), note: `Ringde om ${reference}` });
    expect(await contactForSuggestion(sofia, id, named)).toEqual({ ok: false, code: "names_participant" });
    const nameless = contact({ employer: String(employerId) });
    expect(await contactForSuggestion(sofia, id, nameless)).toMatchObject({ ok: true, employerId });
    expect(await contactForSuggestion(sofia, id, nameless)).toEqual({ ok: false, code: "wrong_status" });
    const lines =
      await owner`SELECT channel, note, user_name FROM employer_contacts WHERE employer_id = ${employerId}`;
    expect([...lines]).toEqual([
      { channel: "telefon", note: "De vill gärna veta mer.", user_name: sofia.name },
    ]);
  });

  test("a number that is in the register already is said so", async () => {
    const id = await aSuggestion();
    await owner`INSERT INTO employers (organisation_number, name, sector) VALUES ('556074-7551', 'Känd', 'privat')`;
    const known = contact({ organisationNumber: "556074-7551" });
    expect(await contactForSuggestion(sofia, id, known)).toMatchObject({
      code: "number_known",
    });
    expect(await rowOf(id)).toMatchObject({ status: "sent" });
  });

  test("foreign hands reach nothing", async () => {
    const id = await aSuggestion();
    expect(await contactForSuggestion(foreign, id, contact())).toEqual(missing);
    expect(await moveSuggestion(foreign, id, { to: "taken_up" })).toEqual(missing);
    expect(await connectPlacement(foreign, id, 1)).toEqual(missing);
  });
});

describe("the placement", () => {
  test("begins with what is known, is connected, and stands on the participant's list", async () => {
    const id = await aSuggestion();
    const { employerId, id: placementId } = await aPlacement();
    const { id: elsewhere } = await aPlacement();
    expect(await prepareSuggestedPlacement(sofia, id)).toEqual(missing);
    await contactForSuggestion(sofia, id, contact({ employer: String(employerId) }));
    expect(await prepareSuggestedPlacement(sofia, id)).toMatchObject({
      ok: true,
      values: { workplaceName: "Cykelboden", locality: "Lindesberg" },
      couldDo: "Laga punkteringar",
    });
    expect(await connectPlacement(sofia, id, elsewhere)).toEqual({ ok: false, code: "placement_missing" });
    expect(await connectPlacement(sofia, id, placementId)).toEqual({ ok: true, reference });
    const proposals = await owner`SELECT status FROM proposals WHERE placement_id = ${placementId}`;
    expect(proposals.map(({ status }) => status)).toEqual(["shortlisted"]);
    const mine = await listMySuggestions(me);
    const turns = mine.ok ? mine.suggestions.find((one) => one.id === id)?.turns : [];
    expect(turns?.map(({ to }) => to)).toEqual(["sent", "contacted", "placement"]);
    expect(await answerOwnSuggestion(me, id, "withdraw")).toEqual({ ok: false, code: "wrong_status" });
  });

  test("or it does not work out, and the participant reads why", async () => {
    const id = await aSuggestion();
    expect(await moveSuggestion(sofia, id, { to: "not_possible", reason: null })).toEqual({
      ok: false,
      code: "reason_missing",
    });
    await moveSuggestion(sofia, id, { to: "not_possible", reason: "no_time", answer: "Vi letar vidare." });
    const mine = await listMySuggestions(me);
    expect(mine.ok && mine.suggestions.find((one) => one.id === id)).toMatchObject({
      reason: "no_time",
      answer: "Vi letar vidare.",
    });
  });
});

test("taken back by the participant while a coordinator contacts the workplace: exactly one of them", async () => {
  const id = await aSuggestion();
  const { employerId } = await aPlacement();
  const both = await Promise.all([
    answerOwnSuggestion(me, id, "withdraw"),
    contactForSuggestion(sofia, id, contact({ employer: String(employerId) })),
  ]);
  const { status } = await rowOf(id);
  // Withdrawing afterwards is allowed; contacting afterwards is not.
  expect(status).toBe("withdrawn");
  expect(both[0]).toEqual({ ok: true });
});

test("every turn is a mail to the participant, with a link and nothing about anybody", async () => {
  const id = await aSuggestion({ workplace: "Mejlboden" });
  await moveSuggestion(sofia, id, { to: "taken_up" });
  await runDueJobs();
  const mails = writtenMails().filter((mail) => mail.includes("To: kanarie.f@example.org"));
  expect(mails.length).toBeGreaterThan(0);
  const bodies = mails.map((mail) => mail.slice(mail.indexOf("\r\n\r\n")));
  expect(bodies.join("\n")).toContain("/min-sida/eget-forslag");
  expect(bodies.join("\n")).not.toMatch(/Mejlboden|Fågelsson|kanarie/i);
});
