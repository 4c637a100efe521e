import { expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { countedSince } from "#app/domain/organisations/fatigue";
import { personSchema } from "#app/domain/organisations/person-form";
import { parseEmployerSearch } from "#app/domain/organisations/register-query";
import { today } from "#app/platform/clock.server";
import { seedAccount } from "#app/services/identity/seed-account.server";
import {
  changeContactOwner,
  readContactOwner,
} from "#app/services/organisations/change-contact-owner.server";
import { setContactLimit } from "#app/services/organisations/contact-limit.server";
import {
  correctContact,
  readContact,
  strikeContact,
} from "#app/services/organisations/correct-contact.server";
import { listEmployers, mapEmployers } from "#app/services/organisations/list-employers.server";
import { listOwnEntries } from "#app/services/organisations/list-own-entries.server";
import { finishStep, logContact } from "#app/services/organisations/log-contact.server";
import {
  addEmployer,
  changeEmployer,
  editEmployer,
  recordVersion,
} from "#app/services/organisations/save-employer.server";
import { savePerson } from "#app/services/organisations/save-person.server";
import { addRing, setRingMember } from "#app/services/organisations/save-ring.server";
import { saveWorkplace } from "#app/services/organisations/save-workplace.server";
import { showEmployer } from "#app/services/organisations/show-employer.server";
import { createPlacement } from "#app/services/placements/save-placement.server";
import { inDays } from "#tests/support/days";
import { anEmployer, aPlacementAt, aProposalAt, aWorkplace } from "#tests/support/factories/employers";
import { anAssociation, staff } from "#tests/support/factories/people";
import { anOrganisationNumber, placementForm } from "#tests/support/factories/placement-form";
import { owner } from "#tests/support/owner";
import { startPage } from "#tests/support/start-page";

const day = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);

/** A coordinator with an account, so that colleagues can choose them. */
async function aCoordinator(associationId: number, name: string): Promise<Actor> {
  const email = `${name.toLowerCase().replace(/\W/g, "")}-${Math.random().toString(36).slice(2)}@register.example`;
  const userId = await seedAccount({ email, name, memberships: [{ role: "coordinator", associationId }] });
  return { ...staff("coordinator", associationId), userId, name };
}

const contact = (more: object = {}) => ({
  key: crypto.randomUUID(),
  channel: "telefon" as const,
  happenedOn: today(),
  withWhom: "",
  note: "",
  nextStep: "",
  ...more,
});

async function pageOf(actor: Actor, id: number) {
  const shown = await showEmployer(actor, id);
  if (!shown.ok || !shown.employer) throw new Error("no page");
  return shown.employer;
}

test("a contact is read by coordinators of every association, and a form sent twice is one contact", async () => {
  const [a, b] = [await anAssociation(), await anAssociation(["0331"])];
  const employer = await anEmployer();
  const form = contact({ note: "Vill vänta till maj", withWhom: "Anna" });
  const me = staff("coordinator", a);
  await Promise.all([logContact(me, employer.id, form), logContact(me, employer.id, form)]);
  const { contacts } = await pageOf(staff("coordinator", b), employer.id);
  expect(contacts).toMatchObject([
    { note: "Vill vänta till maj", withWhom: "Anna", userName: me.name, isMine: false },
  ]);
  expect(await showEmployer(staff("coach", a), employer.id)).toMatchObject({ code: "not_found" });
});

test("a text that names a participant by code or by name is refused; another association's codes are nobody's business", async () => {
  const [a, b] = [await anAssociation(), await anAssociation(["0331"])];
  const employer = await anEmployer();
  await owner`INSERT INTO participants (association_id, reference, name) VALUES (${a}, 'L-4711', 'Selma Ekdahl')`;
  const me = staff("coordinator", a);
  for (const more of [
    { note: "Ringde om l-4711" },
    { nextStep: "Boka Selma Ekdahl", nextStepOn: day(3) },
    { withWhom: "selma ekdahl" },
  ]) {
    expect(await logContact(me, employer.id, contact(more))).toEqual({
      ok: false,
      code: "names_participant",
    });
  }
  expect(await logContact(staff("coordinator", b), employer.id, contact({ note: "L-4711" }))).toMatchObject({
    ok: true,
  });
  expect((await pageOf(me, employer.id)).contacts).toHaveLength(1);
});

test("contacts of all agencies make an employer tired; days outside the thirty do not count; the limit is the association's", async () => {
  const [a, b] = [await anAssociation(), await anAssociation(["0331"])];
  const employer = await anEmployer();
  const [mine, theirs] = [staff("coordinator", a), staff("coordinator", b)];
  await logContact(mine, employer.id, contact({ happenedOn: countedSince(today()) }));
  await logContact(mine, employer.id, contact({ happenedOn: day(-30) }));
  const second = await logContact(theirs, employer.id, contact());
  expect(second).toMatchObject({ fatigue: { contacts: 2, limit: 3, isTired: false } });
  expect(await logContact(theirs, employer.id, contact())).toMatchObject({
    fatigue: { contacts: 3, isTired: true },
  });
  expect((await pageOf(mine, employer.id)).fatigue).toEqual({ contacts: 3, limit: 3, isTired: true });

  expect(await setContactLimit(mine, 9)).toMatchObject({ code: "forbidden" });
  await setContactLimit(staff("admin", a), 9);
  expect((await pageOf(mine, employer.id)).fatigue).toMatchObject({ limit: 9, isTired: false });
  expect((await pageOf(theirs, employer.id)).fatigue).toMatchObject({ limit: 3, isTired: true });
});

test("a next step waits on the start page of whose it is, from its day on, until it is done", async () => {
  const a = await anAssociation();
  const employer = await anEmployer();
  const [me, other] = [staff("coordinator", a), staff("coordinator", a)];
  await logContact(me, employer.id, contact({ nextStep: "Skicka avtal", nextStepOn: today() }));
  await logContact(me, employer.id, contact({ nextStep: "Ring i maj", nextStepOn: day(40) }));
  const waiting = await startPage(me);
  expect(waiting).toMatchObject({
    contacts: { next_contact: { total: 1, rows: [{ said: "Skicka avtal", days: 0 }] } },
  });
  expect(await startPage(other)).toMatchObject({ contacts: { next_contact: { total: 0 } } });
  const step = (await pageOf(me, employer.id)).contacts.find(({ nextStep }) => nextStep === "Skicka avtal")!;
  const elsewhere = await anEmployer();
  expect(await finishStep(me, elsewhere.id, step.id)).toMatchObject({ code: "not_found" });
  expect(await finishStep(me, employer.id, step.id)).toMatchObject({ ok: true });
  expect(await startPage(me)).toMatchObject({ contacts: { next_contact: { total: 0 } } });
});

test("ask again on the day: the contact owner is reminded, and where nobody holds the relation those who work there", async () => {
  const [a, b] = [await anAssociation(["1885"]), await anAssociation(["0331"])];
  const [me, far] = [staff("coordinator", a), staff("coordinator", b)];
  const hers = await anEmployer({
    appetite: "maybe",
    ask_again_on: today(),
    contact_owner_user: far.userId,
    contact_owner_name: "B",
  });
  const nobodys = await anEmployer({ appetite: "not_now", ask_again_on: day(-2) });
  await aWorkplace(nobodys.id);
  await anEmployer({
    appetite: "not_now",
    ask_again_on: day(1),
    contact_owner_user: far.userId,
    contact_owner_name: "B",
  });
  const askedOf = async (actor: Actor) => {
    const todo = await startPage(actor);
    return todo.ok ? todo.contacts.ask_again.rows.map(({ employerId }) => employerId) : [];
  };
  expect(await askedOf(far)).toEqual([hers.id]);
  expect(await askedOf(me)).toEqual([nobodys.id]);
});

test("hand-over across associations: asked, told on the start page, accepted; history kept, open steps go along", async () => {
  const [a, b] = [await anAssociation(), await anAssociation(["0331"])];
  const employer = await anEmployer();
  const [anna, elias] = [await aCoordinator(a, "Anna"), await aCoordinator(b, "Elias")];
  const step = (actor: Actor, form: object) => changeContactOwner(actor, employer.id, form as never);
  const seen = { seenOwner: anna.userId!, seenOpen: "", note: "" };
  expect(await step(anna, { act: "claim", seenOwner: "", seenOpen: "", note: "" })).toMatchObject({
    ok: true,
  });
  await logContact(anna, employer.id, contact({ nextStep: "Hälsa på", nextStepOn: today() }));
  expect(await step(anna, { ...seen, act: "propose", to: anna.userId })).toMatchObject({
    code: "to_unknown",
  });
  expect(await step(elias, { ...seen, act: "propose", to: anna.userId })).toMatchObject({
    code: "not_yours",
  });
  expect(
    await step(anna, { ...seen, act: "propose", to: elias.userId, note: "Du är närmare" }),
  ).toMatchObject({ ok: true });
  expect(await startPage(elias)).toMatchObject({
    contacts: { asked: { total: 1, rows: [{ said: "Anna" }] } },
  });

  const page = await readContactOwner(elias, employer.id);
  const open = page.ok ? page.relation.open : null;
  expect(page).toMatchObject({ actions: expect.arrayContaining(["accept", "decline"]) });
  expect(await step(elias, { ...seen, seenOpen: String(open!.id), act: "accept" })).toMatchObject({
    ok: true,
  });
  const after = await readContactOwner(anna, employer.id);
  expect(after).toMatchObject({
    relation: { owner: { userId: elias.userId }, open: null },
    history: [
      { how: "proposed", status: "done", fromName: "Anna", toName: "Elias", note: "Du är närmare" },
      { how: "claimed", toName: "Anna" },
    ],
  });
  expect(await startPage(elias)).toMatchObject({
    contacts: { asked: { total: 0 }, next_contact: { total: 1 } },
  });
  expect(await startPage(anna)).toMatchObject({ contacts: { next_contact: { total: 0 } } });
});

test("taking over needs a reason in the form; whoever held it is told once, and opens the page to see why", async () => {
  const a = await anAssociation();
  const [anna, elias] = [await aCoordinator(a, "Anna"), await aCoordinator(a, "Elias")];
  const employer = await anEmployer({ contact_owner_user: anna.userId, contact_owner_name: "Anna" });
  const form = { act: "take_over", seenOwner: anna.userId!, seenOpen: "", reason: "away", note: "" } as const;
  expect(await changeContactOwner(anna, employer.id, form)).toMatchObject({ code: "not_yours" });
  expect(await changeContactOwner(elias, employer.id, form)).toMatchObject({ ok: true });
  expect(await startPage(anna)).toMatchObject({
    contacts: { taken: { total: 1, rows: [{ said: "Elias" }] } },
  });
  await showEmployer(anna, employer.id);
  expect(await startPage(anna)).toMatchObject({ contacts: { taken: { total: 0 } } });
});

test("of twenty who take an employer on at once, one gets it and the rest are told", async () => {
  const a = await anAssociation();
  const employer = await anEmployer();
  const people = Array.from({ length: 20 }, () => staff("coordinator", a));
  const form = { act: "claim", seenOwner: "", seenOpen: "", note: "" } as const;
  const answers = await Promise.all(people.map((one) => changeContactOwner(one, employer.id, form)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((one) => !one.ok && one.code === "owner_changed")).toHaveLength(19);
  const rows = await owner`SELECT how FROM contact_owner_changes WHERE employer_id = ${employer.id}`;
  expect(rows).toHaveLength(1);
});

test("the register finds by name, number and place, and narrows by every choice; the map has the same workplaces", async () => {
  const a = await anAssociation();
  const me = staff("coordinator", a);
  const baker = await anEmployer({
    name: "Ugglebo Bageri",
    sector: "ideell",
    appetite: "maybe",
    ask_again_on: day(-1),
    contact_owner_user: me.userId,
    contact_owner_name: me.name,
  });
  const sawmill = await anEmployer({ name: "Ugglebo Såg" });
  await aWorkplace(baker.id, "Torget", {
    locality: "Ugglebo",
    municipality_code: "1884",
    point: "(512000,6600000)",
  });
  await aWorkplace(sawmill.id, "Sågen", {
    locality: "Hyttan",
    municipality_code: "1863",
    point: "(470000,6620000)",
  });
  await logContact(me, sawmill.id, contact());
  const ring = await addRing(me, { name: `Ring ${baker.id}`, about: "" });
  const ringId = ring.ok ? ring.id : 0;
  await setRingMember(me, ringId, baker.id, true);
  const found = async (query: string) => {
    const list = await listEmployers(me, parseEmployerSearch(new URLSearchParams(`sok=Ugglebo&${query}`)));
    return list.ok ? list.rows.map(({ id }) => id) : [];
  };
  expect(await found("")).toEqual([baker.id, sawmill.id]);
  for (const query of [
    "kommun=1884",
    "sektor=ideell",
    "vilja=maybe",
    "agare=mig",
    "fraga=1",
    "tyst=30",
    `ring=${ringId}`,
  ]) {
    expect([query, await found(query)]).toEqual([query, [baker.id]]);
  }
  expect(await found("agare=ingen")).toEqual([sawmill.id]);
  const named = async (text: string) => {
    const list = await listEmployers(me, parseEmployerSearch(new URLSearchParams({ sok: text })));
    return list.ok ? list.rows.map(({ id }) => id) : [];
  };
  expect(await named(baker.number)).toEqual([baker.id]);
  expect(await named("hyttan")).toContain(sawmill.id);
  expect(await named("100%")).toEqual([]);
  // Whoever has no Swedish keyboard finds it too, and marks that are typed take nothing away.
  for (const text of ["ugglebo sag", "UGGLEBO SÅG", "uggleböo", "sagen"]) {
    expect([text, (await named(text)).includes(sawmill.id)]).toEqual([text, text !== "uggleböo"]);
  }

  const view = { bbox: { west: 10, south: 55, east: 25, north: 70 }, zoom: 13 };
  const map = await mapEmployers(me, parseEmployerSearch(new URLSearchParams("sok=Ugglebo")), view);
  expect(map.ok && map.places.map(({ employerId }) => employerId).sort()).toEqual(
    [baker.id, sawmill.id].sort(),
  );
  const far = await mapEmployers(me, parseEmployerSearch(new URLSearchParams("sok=Ugglebo")), {
    ...view,
    zoom: 4,
  });
  expect(far.ok && far.places.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(await listEmployers(staff("coach", a), parseEmployerSearch(new URLSearchParams()))).toMatchObject({
    code: "forbidden",
  });
});

test("what is entered on an employer's behalf, the employer reads with name and association; the notes it does not", async () => {
  const a = await anAssociation();
  const me = await aCoordinator(a, "Anna");
  const number = "556016-0680";
  const form = { organisationNumber: number, name: "Ekens Café", sector: "privat", appetite: "yes" } as const;
  const place = { locality: "Nora", address: "" };
  const added = await addEmployer(me, { ...form, ...place });
  const id = added.ok ? added.id : 0;
  expect(await addEmployer(me, { ...form, ...place })).toEqual({
    ok: false,
    code: "number_taken",
    employerId: id,
  });
  await saveWorkplace(me, id, null, { name: "Eken", address: "Storgatan 2", locality: "Nora" });
  expect(await saveWorkplace(me, id, null, { name: "Eken", address: "x", locality: "Nora" })).toMatchObject({
    code: "name_taken",
  });
  expect(
    await saveWorkplace(me, id, null, { name: "Ek", address: "x", locality: "Ingenstans" }),
  ).toMatchObject({ code: "locality_unknown" });
  await savePerson(me, id, null, personSchema.parse({ name: "Kim", phone: "070-1234567" }));
  const before = await editEmployer(me, id);
  const seen = before.ok ? recordVersion(before.record) : "";
  expect(
    await changeEmployer(me, id, { ...form, appetite: "not_now", askAgainOn: day(60) }, seen),
  ).toMatchObject({ ok: true });
  expect(await changeEmployer(me, id, form, seen)).toMatchObject({ code: "changed_meanwhile" });
  await logContact(
    me,
    id,
    contact({ note: "hemligt arbetsmaterial", nextStep: "hemligt steg", nextStepOn: today() }),
  );

  const userId = await seedAccount({
    email: "kim@eken.example",
    name: "Kim",
    memberships: [{ role: "employer", employerId: id }],
  });
  const kim: Actor = { ...me, userId, role: "employer", employerId: id, associationId: null };
  const own = await listOwnEntries(kim);
  expect(own).toMatchObject({
    entries: [
      { what: "appetite", done: "changed", subject: "not_now", byName: "Anna" },
      { what: "person", done: "added", subject: "Kim" },
      { what: "workplace", subject: "Eken" },
      { what: "employer", done: "added", subject: "Ekens Café" },
    ],
    contacts: [{ channel: "telefon", happenedOn: today(), userName: "Anna" }],
  });
  expect(JSON.stringify(own)).not.toContain("hemligt");
  const stranger = await anEmployer();
  expect(await listOwnEntries({ ...kim, employerId: stranger.id })).toMatchObject({
    entries: [],
    contacts: [],
  });
});

test("a person of another association who has been at the employer is a number, never a person", async () => {
  const [a, b] = [await anAssociation(), await anAssociation(["0331"])];
  const employer = await anEmployer();
  const workplaceId = await aWorkplace(employer.id);
  const placementId = await aPlacementAt({ employerId: employer.id, workplaceId });
  const second = await aPlacementAt({ employerId: employer.id, workplaceId }, "Städa");
  const at = (associationId: number, which = placementId) => ({
    associationId,
    placementId: which,
    employerId: employer.id,
  });
  const again = await aProposalAt(at(a), "agreed", { reference: "A-1" });
  await aProposalAt(at(a, second), "agreed", { id: again.participantId });
  const theirs = await aProposalAt(at(b), "agreed", {
    reference: "KANARIE-B",
    closed_on: new Date(),
    outcome: "arbete",
  });
  await aProposalAt(at(b, second), "agreed", { id: theirs.participantId });

  const { hosting } = await pageOf(staff("coordinator", a), employer.id);
  expect(hosting).toMatchObject({
    stays: 4,
    ofOthers: 2,
    meanWeeks: 8,
    ended: 0,
    isOwnOnly: true,
    repeated: [{ reference: "A-1", times: 2 }],
    warnings: ["repeated_person"],
  });
  expect(JSON.stringify(await pageOf(staff("coordinator", a), employer.id))).not.toContain("KANARIE");
});

test("a participant without a next step for fourteen days is a gap, whoever has one is not", async () => {
  const a = await anAssociation();
  const past = inDays(-20);
  const person = async (reference: string, more: object = {}) => {
    const [row] =
      await owner`INSERT INTO participants ${owner({ association_id: a, reference, created_at: past, ...more })} RETURNING id`;
    return row!.id as string;
  };
  await person("GAP-1");
  await person("NY-1", { created_at: new Date() });
  await person("DOLD-1", { protected_identity: "protected" });
  await person("KLAR-1", { closed_on: past });
  const planned = await person("PLAN-1");
  await owner`INSERT INTO plan_activities (association_id, participant_id, kind, title, responsible, starts_on)
    VALUES (${a}, ${planned}, 'samtal', 'Samtal', 'Anna', ${day(3)})`;
  const referral = async (reference: string, more: object) => {
    const participant_id = await person(reference);
    const [row] = await owner`INSERT INTO referrals
      ${owner({ association_id: a, participant_id, status: "accepted", ...more })} RETURNING id`;
    return row!.id as string;
  };
  const meeting = async (referralId: string, status: string, days: number) => {
    const [row] = await owner`INSERT INTO case_meetings
      ${owner({ association_id: a, held_at: inDays(days), status, created_by_name: "Anna" })} RETURNING id`;
    await owner`INSERT INTO case_meeting_items (association_id, meeting_id, referral_id)
      VALUES (${a}, ${row!.id}, ${referralId})`;
  };
  // A referral that waits for an answer, one with a task or a meeting to come, and one taken up at a meeting lately.
  await referral("REMISS-1", { status: "sent", is_current: false });
  const task = await referral("UPPGIFT-1", {});
  await owner`INSERT INTO case_tasks (association_id, referral_id, what, responsible_name, due_on)
    VALUES (${a}, ${task}, 'Ringa', 'Anna', ${day(2)})`;
  await meeting(await referral("MÖTE-1", {}), "planned", 3);
  await meeting(await referral("MÖTE-2", {}), "held", -3);
  // An accepted referral alone is no next step, nor one long past, nor a meeting that was called off.
  await meeting(await referral("GAP-2", {}), "cancelled", 3);
  const late = await referral("GAP-3", { status: "closed" });
  await owner`INSERT INTO case_tasks (association_id, referral_id, what, responsible_name, due_on)
    VALUES (${a}, ${late}, 'Ringa', 'Anna', ${day(-2)})`;
  const employer = await anEmployer();
  const workplaceId = await aWorkplace(employer.id);
  const placementId = await aPlacementAt({ employerId: employer.id, workplaceId });
  await aProposalAt({ associationId: a, placementId, employerId: employer.id }, "held", {
    id: await person("PÅ-VÄG-1"),
  });
  const todo = await startPage(staff("coordinator", a));
  if (!todo.ok) throw new Error(todo.code);
  const gaps = todo.exceptions.rows.filter(({ kind }) => kind === "gap");
  expect(todo.exceptions.totals.gap).toBe(3);
  expect(gaps.map(({ reference }) => reference).sort()).toEqual(["GAP-1", "GAP-2", "GAP-3"]);
  expect(gaps.map((row) => row.kind === "gap" && row.since)).toEqual(Array(3).fill(day(-20)));
});

test("a sole trader's number is whole only for those who work with it; others keep it when they save", async () => {
  const [near, far, holding] = [
    await anAssociation(),
    await anAssociation(["0331"]),
    await anAssociation(["1480"]),
  ];
  const number = `81121${Math.floor(Math.random() * 9)}-${Math.floor(1000 + Math.random() * 9000)}`;
  const holder = await aCoordinator(holding, "Hedvig");
  const employer = await anEmployer({ organisation_number: number, contact_owner_user: holder.userId });
  await aWorkplace(employer.id);
  const hidden = `${number.slice(0, 7)}****`;
  const stranger = staff("coordinator", far);
  for (const one of [staff("coordinator", near), holder, staff("coordinator", holding)])
    expect((await pageOf(one, employer.id)).organisationNumber).toBe(number);
  expect(await pageOf(stranger, employer.id)).toMatchObject({
    organisationNumber: hidden,
    isPersonalNumber: true,
  });
  const list = await listEmployers(
    stranger,
    parseEmployerSearch(new URLSearchParams({ sok: employer.name })),
  );
  expect(list).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ id: employer.id })]),
  });
  expect(JSON.stringify(list)).not.toContain(number);
  // Nobody reads the hidden digits out of the search, one by one.
  const found = async (sok: string) =>
    JSON.stringify(await listEmployers(stranger, parseEmployerSearch(new URLSearchParams({ sok }))));
  expect(await found(number.slice(0, 8))).not.toContain(employer.name);
  expect(await found(number)).toContain(employer.name);

  const known = await editEmployer(stranger, employer.id);
  if (!known.ok) throw new Error(known.code);
  expect(JSON.stringify(known)).not.toContain(number);
  const form = { organisationNumber: hidden, name: "Kvarnen", sector: "privat", appetite: "yes" } as const;
  expect(await changeEmployer(stranger, employer.id, form, recordVersion(known.record))).toMatchObject({
    ok: true,
  });
  expect(await pageOf(holder, employer.id)).toMatchObject({ organisationNumber: number, name: "Kvarnen" });
});

test("whoever was just met is known by name and place: pointed out when known, the number comes later, once", async () => {
  const me = staff("coordinator", await anAssociation());
  const name = `Kiosken ${Math.random().toString(36).slice(2)}`;
  const met = {
    organisationNumber: undefined,
    name: `${name} AB`,
    sector: "privat",
    appetite: "maybe",
    locality: "Nora",
    address: "",
  } as const;
  expect(await addEmployer(me, { ...met, locality: "Ingenstans" })).toMatchObject({
    code: "locality_unknown",
  });
  const added = await Promise.all([addEmployer(me, met), addEmployer(me, met)]);
  const id = added.flatMap((one) => (one.ok ? [one.id] : []))[0]!;
  const alike = [{ id, name: met.name }];
  expect(added).toContainEqual({ ok: false, code: "looks_known", alike });
  expect(await addEmployer(me, { ...met, name: name.toUpperCase() })).toMatchObject({
    code: "looks_known",
    alike,
  });
  expect(await addEmployer(me, { ...met, locality: "Lindesberg" })).toMatchObject({ ok: true });
  const other = await addEmployer(me, { ...met, anyway: "yes" });
  if (!other.ok) throw new Error(other.code);

  expect(await pageOf(me, id)).toMatchObject({
    organisationNumber: null,
    verified: false,
    workplaces: [{ name: met.name, locality: "Nora", address: "" }],
  });
  await logContact(me, id, contact({ channel: "besok", note: "Såg sig om i butiken" }));
  const number = anOrganisationNumber();
  for (const [changed, organisationNumber, answer] of [
    [id, number, { ok: true }],
    [other.id, number, { code: "number_taken", employerId: id }],
    // A number that is known is not taken away.
    [id, undefined, { ok: true }],
  ] as const) {
    const known = await editEmployer(me, changed);
    const seen = known.ok ? recordVersion(known.record) : "";
    const { locality: _, address: _address, ...form } = met;
    expect(await changeEmployer(me, changed, { ...form, organisationNumber }, seen)).toMatchObject(answer);
  }
  expect(await pageOf(me, id)).toMatchObject({ organisationNumber: number, verified: true });
});

test("two employers are given the same number at once: one has it, the other is told, and it is written down", async () => {
  const me = staff("coordinator", await anAssociation());
  const nameless = [
    await anEmployer({ organisation_number: null }),
    await anEmployer({ organisation_number: null }),
  ];
  const organisationNumber = anOrganisationNumber();
  const answers = await Promise.all(
    nameless.map(async ({ id }) => {
      const known = await editEmployer(me, id);
      if (!known.ok) throw new Error(known.code);
      const { name, sector, appetite } = known.record;
      const form = { name, sector, appetite, askAgainOn: undefined, organisationNumber };
      return changeEmployer(me, id, form, recordVersion(known.record));
    }),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "number_taken" });

  const third = await anEmployer({ organisation_number: null });
  const form = placementForm({ organisationNumber: anOrganisationNumber(), workplaceName: "Kiosken" });
  const made = await createPlacement(me, form, "draft", third.id);
  if (!made.ok) throw new Error(made.code);
  expect(
    await owner`SELECT what, done FROM employer_entries WHERE employer_id = ${third.id} AND what = 'employer'`,
  ).toEqual([{ what: "employer", done: "changed" }]);
});

test("a placement that is begun from an employer without a number gives it that number, and makes no second employer", async () => {
  const me = staff("coordinator", await anAssociation());
  const { id } = await anEmployer({ organisation_number: null });
  const taken = await anEmployer();
  const form = placementForm({ organisationNumber: anOrganisationNumber(), workplaceName: "Kiosken" });
  expect(await createPlacement(me, { ...form, organisationNumber: taken.number }, "draft", id)).toMatchObject(
    {
      code: "number_taken",
    },
  );
  const made = await Promise.all([
    createPlacement(me, form, "draft", id),
    createPlacement(me, form, "draft", id),
  ]);
  expect(made[0]).toEqual(made[1]);
  expect(await pageOf(me, id)).toMatchObject({
    organisationNumber: form.organisationNumber,
    workplaces: [{ placements: [{ title: form.title }] }],
  });
});

test("a note is corrected or struck by its author and the contact owner; only a mistake is not counted", async () => {
  const [a, b] = [await anAssociation(), await anAssociation(["0331"])];
  const [author, holder, other] = [
    await aCoordinator(a, "Anna"),
    await aCoordinator(b, "Bo"),
    staff("coordinator", a),
  ];
  const employer = await anEmployer({ contact_owner_user: holder.userId, contact_owner_name: "Bo" });
  await owner`INSERT INTO participants (association_id, reference, name) VALUES (${b}, 'H-4712', '')`;
  for (const note of ["Fel butik", "Ville vänta"])
    await logContact(author, employer.id, contact({ note, nextStep: "Ring", nextStepOn: today() }));
  const [second, first] = (await pageOf(author, employer.id)).contacts;
  expect((await pageOf(other, employer.id)).contacts.map(({ mayCorrect }) => mayCorrect)).toEqual([
    false,
    false,
  ]);
  expect(await readContact(other, employer.id, first!.id)).toMatchObject({ code: "not_found" });
  expect(await strikeContact(other, employer.id, first!.id, "mistake")).toMatchObject({ code: "not_found" });

  const { channel: _channel, happenedOn, withWhom } = second!;
  const right = { channel: "besok", happenedOn, withWhom, note: "Vill vänta till hösten" } as const;
  expect(await correctContact(holder, employer.id, second!.id, { ...right, note: "H-4712" })).toMatchObject({
    code: "names_participant",
  });
  const open = await readContact(author, employer.id, second!.id);
  const seen = open.ok ? open.seen : "";
  expect(await correctContact(holder, employer.id, second!.id, right, seen)).toMatchObject({ ok: true });
  // The author has the page of before in another tab; the same once more is no conflict.
  const late = { ...right, note: "Vill inte alls" };
  expect(await correctContact(author, employer.id, second!.id, late, seen)).toEqual({
    ok: false,
    code: "changed_meanwhile",
  });
  expect(await correctContact(holder, employer.id, second!.id, right, seen)).toMatchObject({ ok: true });
  expect(await strikeContact(author, employer.id, first!.id, "mistake")).toMatchObject({ ok: true });
  // The second of two clicks.
  expect(await strikeContact(author, employer.id, first!.id, "wrong_note")).toEqual({ ok: true });
  expect(await strikeContact(holder, employer.id, first!.id, "wrong_note")).toMatchObject({
    code: "not_found",
  });
  expect(await correctContact(author, employer.id, first!.id, right)).toMatchObject({ code: "not_found" });

  const page = await pageOf(author, employer.id);
  expect(page.contacts).toMatchObject([
    { note: "Vill vänta till hösten", corrected: { by: "Bo", on: today() }, struck: null, mayCorrect: true },
    { note: "Fel butik", struck: { by: "Anna", on: today(), as: "mistake" }, mayCorrect: false },
  ]);
  expect(page.fatigue.contacts).toBe(1);
  expect(await startPage(author)).toMatchObject({ contacts: { next_contact: { total: 1 } } });
  expect(await finishStep(author, employer.id, first!.id)).toMatchObject({ code: "not_found" });

  await strikeContact(holder, employer.id, second!.id, "wrong_note");
  expect((await pageOf(author, employer.id)).fatigue.contacts).toBe(1);
});
