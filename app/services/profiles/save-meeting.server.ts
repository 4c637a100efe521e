import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { decideMeeting } from "#app/domain/profiles/meeting";
import type { AgendaNote, ChangeMeeting, MeetingForm } from "#app/domain/profiles/meeting-form";
import { canCase } from "#app/domain/profiles/referral-policy";
import { isUuid } from "#app/domain/uuid";
import { now } from "#app/platform/clock.server";
import { moveReferralIn } from "#app/services/profiles/move-referral.server";
import { reachReferral, recordOnReferral } from "#app/services/profiles/reach-referral.server";
import { type Tx, withActor } from "#db/client.server";
import { listAgencies } from "#db/queries/agencies.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { listStaff } from "#db/queries/case-tasks.server";
import { listCaseWorkers } from "#db/queries/case-workers.server";
import * as meetings from "#db/queries/meetings.server";
import { findReferral } from "#db/queries/referrals.server";

/** Who can be invited. */
export type MeetingOptions = {
  people: { userId: string; name: string; agencyId: number | null; agency: string | null }[];
  agencies: { id: number; name: string }[];
};

/** What the empty form of a meeting offers. Errors: `forbidden`. */
export function prepareMeeting(actor: Actor): Promise<Outcome<{ options: MeetingOptions }, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!canCase(actor, "meeting.change") || actor.associationId === null) return fail("forbidden");
    return done({ options: await meetingOptions(tx, actor.associationId) });
  });
}

/** Staff of the association first, then case workers by agency. */
export async function meetingOptions(tx: Tx, associationId: number): Promise<MeetingOptions> {
  const staff = await listStaff(tx, associationId);
  const caseWorkers = await listCaseWorkers(tx, associationId);
  return {
    people: [
      ...staff.map(({ userId, name }) => ({ userId, name, agencyId: null, agency: null })),
      ...caseWorkers.map(({ userId, name, agencyId, agency }) => ({ userId, name, agencyId, agency })),
    ],
    agencies: await listAgencies(tx),
  };
}

type Chosen = { people: string[]; agencies: number[] };

/** The chosen as parties; null when somebody is chosen who was not offered. */
function partiesOf(options: MeetingOptions, chosen: Chosen) {
  const people = chosen.people.map((userId) => options.people.find((person) => person.userId === userId));
  const agencies = chosen.agencies.map((id) => options.agencies.find((agency) => agency.id === id));
  if ([...people, ...agencies].includes(undefined)) return null;
  return [
    ...people.map((person) => ({
      agencyId: person!.agencyId,
      userId: person!.userId,
      name: person!.name,
    })),
    ...agencies.map((agency) => ({ agencyId: agency!.id, userId: null, name: "" })),
  ];
}

/** Calls a case meeting. The form's own id makes a second sending the same meeting. Errors: `forbidden`, `not_found`, `unknown_choice`, `in_the_past` (and not said to have been). */
export function createMeeting(
  actor: Actor,
  form: MeetingForm,
): Promise<Outcome<{ id: string }, "forbidden" | "not_found" | "unknown_choice" | "in_the_past">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!canCase(actor, "meeting.change") || associationId === null) return fail("forbidden");
    const parties = partiesOf(await meetingOptions(tx, associationId), form);
    if (!parties) return fail("unknown_choice");
    if (form.at < now() && form.hasBeen !== "on") return fail("in_the_past");
    const meeting = { id: form.key, associationId, at: form.at, place: form.place, by: actor.name };
    if (await meetings.insertMeeting(tx, meeting)) {
      await meetings.replaceParties(tx, meeting, parties);
      await recordMeeting(tx, actor, form.key, "meeting.changed");
    } else if (!(await meetings.findMeeting(tx, form.key))) return fail("not_found");
    return done({ id: form.key });
  });
}

/** Changes when, where and who. Errors: `not_found`, `wrong_status` (it is over), `changed_meanwhile`, `unknown_choice`. */
export function changeMeeting(
  actor: Actor,
  id: string,
  form: ChangeMeeting,
): Promise<Outcome<object, "not_found" | "wrong_status" | "changed_meanwhile" | "unknown_choice">> {
  return withActor(actor, async (tx) => {
    const meeting = await lockOwn(tx, actor, id);
    if (!meeting) return fail("not_found");
    if (meeting.status !== "planned") return fail("wrong_status");
    if (meeting.version !== form.version) return fail("changed_meanwhile");
    const parties = partiesOf(await meetingOptions(tx, meeting.associationId), form);
    if (!parties) return fail("unknown_choice");
    await meetings.updateMeeting(tx, id, { at: form.at.toISOString(), place: form.place, status: "planned" });
    await meetings.replaceParties(tx, meeting, parties);
    await recordMeeting(tx, actor, id, "meeting.changed");
    return done();
  });
}

/** It has been held, or never will be. Errors: `not_found`, `wrong_status`, `not_begun` (held before its hour, and not sure). */
export function endMeeting(
  actor: Actor,
  id: string,
  to: "held" | "cancelled",
  sure = false,
): Promise<Outcome<object, "not_found" | "wrong_status" | "not_begun">> {
  return withActor(actor, async (tx) => {
    const meeting = await lockOwn(tx, actor, id);
    if (!meeting) return fail("not_found");
    if (!decideMeeting(meeting.status, to, actor.role).ok) return fail("wrong_status");
    if (to === "held" && !sure && new Date(meeting.at) > now()) return fail("not_begun");
    await meetings.updateMeeting(tx, id, { ...meeting, status: to });
    await recordMeeting(tx, actor, id, "meeting.changed");
    return done();
  });
}

/**
 * Puts a case on the agenda; a referral that was only sent is taken up by that. A protected identity never comes on an
 * agenda: the decision is made on the referral's own page. Errors: `not_found`, `wrong_status`, `protected`.
 */
export function putOnAgenda(
  actor: Actor,
  meetingId: string,
  referralId: string,
): Promise<Outcome<object, "not_found" | "wrong_status" | "protected">> {
  return withActor(actor, async (tx) => {
    const meeting = await lockOwn(tx, actor, meetingId);
    if (!meeting) return fail("not_found");
    const referral = await reachReferral(tx, actor, referralId, "referral.decide", null);
    if (!referral) return fail("not_found");
    if (referral.isHidden) return fail("protected");
    if (meeting.status !== "planned") return fail("wrong_status");
    if (referral.status === "sent") {
      const moved = await moveReferralIn(tx, actor, referral, { to: "taken_up" });
      if (!moved.ok) return fail("wrong_status");
    } else if (referral.status !== "taken_up" && referral.status !== "accepted") return fail("wrong_status");
    await meetings.insertItem(tx, { associationId: meeting.associationId, meetingId, referralId });
    await recordOnReferral(tx, actor, referral, "meeting.changed", { meeting: meetingId });
    return done();
  });
}

/** Takes a case off an agenda, as long as nothing is written about it. Errors: `not_found`, `has_note`. */
export function takeOffAgenda(
  actor: Actor,
  meetingId: string,
  itemId: string,
): Promise<Outcome<object, "not_found" | "has_note">> {
  return withActor(actor, async (tx) => {
    const meeting = await lockOwn(tx, actor, meetingId);
    if (!meeting || !isUuid(itemId)) return fail("not_found");
    const item = (await meetings.listAgenda(tx, meetingId)).find(({ id }) => id === itemId);
    if (!item) return fail("not_found");
    if (!(await meetings.deleteItem(tx, meetingId, itemId))) return fail("has_note");
    const referral = await findReferral(tx, item.referralId);
    if (referral) await recordOnReferral(tx, actor, referral, "meeting.changed", { meeting: meetingId });
    return done();
  });
}

/**
 * Writes what was said about the cases of a meeting, all that were sent. One that somebody else has written meanwhile is
 * left as it is and answered; the others are saved. Errors: `not_found`.
 */
export function writeNotes(
  actor: Actor,
  meetingId: string,
  notes: readonly AgendaNote[],
): Promise<Outcome<{ changed: string[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    const meeting = await lockOwn(tx, actor, meetingId);
    if (!meeting) return fail("not_found");
    const agenda = await meetings.listAgenda(tx, meetingId);
    if (notes.some((note) => !agenda.some(({ id }) => id === note.item))) return fail("not_found");
    const changed: string[] = [];
    for (const note of notes) {
      const item = agenda.find(({ id }) => id === note.item)!;
      // The same words sent twice are there already, and what nobody touched is not written over.
      if (item.note === note.note || note.read === note.note) continue;
      if (!(await meetings.saveNote(tx, { ...note, meetingId, id: note.item }))) {
        changed.push(note.item);
        continue;
      }
      const referral = await findReferral(tx, item.referralId);
      if (referral) await recordOnReferral(tx, actor, referral, "meeting.changed", { meeting: meetingId });
    }
    return done({ changed });
  });
}

async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<meetings.Meeting | null> {
  const meeting = isUuid(id) ? await meetings.lockMeeting(tx, id) : null;
  const thing = meeting && { associationId: meeting.associationId, participantId: null };
  if (thing && canCase(actor, "meeting.change", thing)) return meeting;
  await recordDenied(tx, actor, "meeting.change", id);
  return null;
}

function recordMeeting(tx: Tx, actor: Actor, id: string, action: "meeting.changed"): Promise<void> {
  return recordEvent(tx, actor, {
    action,
    associationId: actor.associationId,
    participantId: null,
    subject: id,
  });
}
