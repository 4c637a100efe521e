import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/identity/actor";
import { notesOf } from "#app/domain/profiles/meeting-form";
import { listMeetings, readMeeting, readSharedAgenda } from "#app/services/profiles/read-meeting.server";
import { readOwnReferral } from "#app/services/profiles/read-referral.server";
import {
  changeMeeting,
  createMeeting,
  endMeeting,
  putOnAgenda,
  takeOffAgenda,
  writeNotes,
} from "#app/services/profiles/save-meeting.server";
import { inDays } from "#tests/support/days";
import { aCoordinator, aReferral } from "#tests/support/factories/cases";
import { aCaseWorker, anAgency, anAssociation } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

let associationId: number;
let agency: number;
let otherAgency: number;
let karin: Actor;
let colleague: Actor;
let anna: Actor;
let sofia: Actor;
let foreign: Actor;

beforeAll(async () => {
  associationId = await anAssociation();
  agency = await anAgency();
  otherAgency = await anAgency();
  karin = await aCaseWorker(associationId, agency);
  colleague = await aCaseWorker(associationId, agency);
  anna = await aCaseWorker(associationId, otherAgency);
  sofia = await aCoordinator(associationId);
  foreign = await aCoordinator(await anAssociation());
});

const missing = { ok: false, code: "not_found" };

async function aMeeting(people: Actor[], agencies: number[] = []): Promise<string> {
  const made = await createMeeting(sofia, {
    key: randomUUID(),
    date: "",
    time: "",
    place: "Rum 4",
    at: inDays(100),
    people: people.map(({ userId }) => userId!),
    agencies,
  });
  if (!made.ok) throw new Error(made.code);
  return made.id;
}

async function agenda(meeting: string) {
  const read = await readMeeting(sofia, meeting);
  if (!read.ok) throw new Error(read.code);
  return read.items;
}

describe("the agenda", () => {
  test("a referral on it is taken up, and its case worker sees that", async () => {
    const referral = await aReferral(karin);
    const meeting = await aMeeting([sofia, karin]);
    expect(await putOnAgenda(sofia, meeting, referral)).toEqual({ ok: true });
    expect(await putOnAgenda(sofia, meeting, referral)).toEqual({ ok: true });
    expect(await agenda(meeting)).toHaveLength(1);
    expect(await readOwnReferral(karin, referral)).toMatchObject({ referral: { status: "taken_up" } });
  });

  test("warns of everybody present who may not hear of a case, and the shared view leaves it out", async () => {
    const [own, agreed, colleagues] = [
      await aReferral(karin),
      await aReferral(karin, { agencies: [otherAgency], agenciesAgreed: true }),
      await aReferral(colleague, { agencies: [otherAgency], agenciesAgreed: true }),
    ];
    const meeting = await aMeeting([sofia, karin, anna]);
    for (const referral of [own, agreed, colleagues]) await putOnAgenda(sofia, meeting, referral);
    const warned = new Map(
      (await agenda(meeting)).map((item) => [item.referralId, item.without.map(({ name }) => name)]),
    );
    expect(warned.get(own)).toEqual([anna.name]);
    expect(warned.get(agreed)).toEqual([]);
    expect(warned.get(colleagues)).toEqual([karin.name]);
    const shared = await readSharedAgenda(sofia, meeting);
    expect(shared.ok && shared.items.map(({ referralId }) => referralId)).toEqual([agreed]);
    expect(shared).toMatchObject({ leftOut: 2 });
  });

  test("a case worker reads the own cases of a meeting one is invited to, and no other meeting", async () => {
    const [own, others] = [await aReferral(karin), await aReferral(colleague)];
    const meeting = await aMeeting([sofia, karin]);
    for (const referral of [own, others]) await putOnAgenda(sofia, meeting, referral);
    const seen = await readSharedAgenda(karin, meeting);
    expect(seen.ok && seen.items.map(({ referralId }) => referralId)).toEqual([own]);
    expect(await readSharedAgenda(colleague, meeting)).toEqual(missing);
    expect(await readMeeting(karin, meeting)).toEqual(missing);
    const listed = await listMeetings(karin);
    expect(listed.ok && listed.coming.some(({ id }) => id === meeting)).toBe(true);
    const none = await listMeetings(colleague);
    expect(none.ok && none.coming.some(({ id }) => id === meeting)).toBe(false);
  });

  test("a protected identity never comes on it, and leaves it when it is set later", async () => {
    const meeting = await aMeeting([sofia]);
    const hidden = await aReferral(karin, { protectedIdentity: "protected", name: undefined });
    expect(await putOnAgenda(sofia, meeting, hidden)).toEqual({ ok: false, code: "protected" });
    const later = await aReferral(karin);
    await putOnAgenda(sofia, meeting, later);
    await owner`UPDATE referrals SET person_protected = 'protected', person_name = NULL WHERE id = ${later}`;
    const read = await readMeeting(sofia, meeting);
    expect(read).toMatchObject({ ok: true, items: [], hidden: 1 });
    expect(await readSharedAgenda(sofia, meeting)).toMatchObject({ items: [] });
    expect(await readSharedAgenda(karin, meeting)).toEqual(missing);
  });

  test("another association's coordinator reaches nothing of it", async () => {
    const meeting = await aMeeting([sofia]);
    const referral = await aReferral(karin);
    const theirs = await createMeeting(foreign, {
      key: randomUUID(),
      date: "",
      time: "",
      place: "",
      at: new Date(Date.now() + 3_600_000),
      people: [],
      agencies: [],
    });
    if (!theirs.ok) throw new Error(theirs.code);
    expect(await readMeeting(foreign, meeting)).toEqual(missing);
    expect(await readSharedAgenda(foreign, meeting)).toEqual(missing);
    expect(await putOnAgenda(foreign, meeting, referral)).toEqual(missing);
    expect(await putOnAgenda(foreign, theirs.id, referral)).toEqual(missing);
    expect(await endMeeting(foreign, meeting, "held")).toEqual(missing);
  });
});

describe("notes", () => {
  test("of two who write, the later is told; what was written keeps the case on the agenda", async () => {
    const meeting = await aMeeting([sofia]);
    await putOnAgenda(sofia, meeting, await aReferral(karin));
    const [item] = await agenda(meeting);
    const note = { item: item!.id, version: item!.version };
    const saved = { ok: true, changed: [] };
    expect(await writeNotes(sofia, meeting, [{ ...note, note: "Börja i juni." }])).toEqual(saved);
    expect(await writeNotes(sofia, meeting, [{ ...note, note: "Börja i juni." }])).toEqual(saved);
    expect(await writeNotes(sofia, meeting, [{ ...note, note: "Börja i juli." }])).toEqual({
      ok: true,
      changed: [item!.id],
    });
    // Who has not touched it writes over nothing.
    expect(await writeNotes(sofia, meeting, [{ ...note, note: "", read: "" }])).toEqual(saved);
    expect(await takeOffAgenda(sofia, meeting, item!.id)).toEqual({ ok: false, code: "has_note" });
    expect((await agenda(meeting))[0]).toMatchObject({ note: "Börja i juni." });
  });
});

describe("a meeting", () => {
  test("that has been held does not change any more", async () => {
    const meeting = await aMeeting([sofia]);
    const change = { date: "", time: "", place: "Rum 5", at: new Date(), people: [], agencies: [] };
    expect(await changeMeeting(sofia, meeting, { ...change, version: 7 })).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
    expect(await changeMeeting(sofia, meeting, { ...change, version: 1 })).toEqual({ ok: true });
    expect(await endMeeting(sofia, meeting, "held")).toEqual({ ok: true });
    expect(await endMeeting(sofia, meeting, "cancelled")).toEqual({ ok: false, code: "wrong_status" });
    expect(await changeMeeting(sofia, meeting, { ...change, version: 3 })).toEqual({
      ok: false,
      code: "wrong_status",
    });
    expect(await putOnAgenda(sofia, meeting, await aReferral(karin))).toEqual({
      ok: false,
      code: "wrong_status",
    });
  });

  test("invites only people of the association", async () => {
    const other = await aCaseWorker(await anAssociation(), agency);
    const form = { key: randomUUID(), date: "", time: "", place: "", at: new Date(), agencies: [] };
    const made = await createMeeting(sofia, { ...form, people: [other.userId!] });
    expect(made).toEqual({ ok: false, code: "unknown_choice" });
  });
});

describe("the notes of an agenda", () => {
  test("one save keeps them all; one that somebody else wrote meanwhile is told, and the others are saved", async () => {
    const meeting = await aMeeting([sofia, karin]);
    for (const referral of [await aReferral(karin), await aReferral(karin)])
      await putOnAgenda(sofia, meeting, referral);
    const [first, second] = await agenda(meeting);
    const sent = new FormData();
    for (const [item, note] of [
      [first!, "Om den första.\r\nTvå rader."],
      [second!, "Om den andra."],
    ] as const) {
      sent.append("item", item.id);
      sent.append(`version-${item.id}`, String(item.version));
      sent.append(`read-${item.id}`, item.note);
      sent.append(`note-${item.id}`, note);
    }
    await writeNotes(sofia, meeting, [{ item: second!.id, version: second!.version, note: "Någon annans." }]);
    const { notes, wrong } = notesOf(sent);
    expect(wrong).toEqual({});
    expect(await writeNotes(sofia, meeting, notes)).toEqual({ ok: true, changed: [second!.id] });
    expect((await agenda(meeting)).map(({ note }) => note)).toEqual([
      "Om den första.\nTvå rader.",
      "Någon annans.",
    ]);
    expect(await writeNotes(foreign, meeting, notes)).toEqual(missing);
  });
});

describe("the hour of a meeting", () => {
  test("one in the past is refused unless it is said to have been; one ahead is over only when somebody is sure", async () => {
    const form = { key: randomUUID(), date: "", time: "", place: "", people: [], agencies: [] };
    const at = new Date("2020-03-02T08:00:00Z");
    expect(await createMeeting(sofia, { ...form, at })).toEqual({ ok: false, code: "in_the_past" });
    expect(await createMeeting(sofia, { ...form, at, hasBeen: "on" })).toEqual({ ok: true, id: form.key });
    expect(await endMeeting(sofia, form.key, "held")).toEqual({ ok: true });
    const ahead = await aMeeting([sofia]);
    expect(await endMeeting(sofia, ahead, "held")).toEqual({ ok: false, code: "not_begun" });
    expect(await endMeeting(sofia, ahead, "held", true)).toEqual({ ok: true });
  });
});
