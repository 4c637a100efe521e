import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { mondayOf } from "#app/domain/agreements/period";
import type { Answers } from "#app/domain/followups/rating";
import type { RatedAgreement } from "#app/domain/followups/rating-form";
import { shippedInstrument } from "#app/domain/followups/shipped-instrument";
import { systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import {
  activateInstrument,
  readInstrument,
  saveInstrument,
  stopUsingInstrument,
} from "#app/services/followups/edit-instrument.server";
import { readLinkedRating, saveLinkedRating } from "#app/services/followups/linked-rating.server";
import { listExceptions } from "#app/services/followups/list-exceptions.server";
import { readOwnRatings, saveOwnRatings } from "#app/services/followups/own-rating.server";
import { listRatingLinksDue, sendDueRatingLink } from "#app/services/followups/rating-links.server";
import {
  askSupervisor,
  handleDisagreementOf,
  noteRatings,
  readRatings,
} from "#app/services/followups/read-ratings.server";
import { withActor } from "#db/client.server";
import { listRatings } from "#db/queries/ratings.server";
import { aCircle, type Circle, inForce } from "#tests/support/factories/agreements";
import { staff } from "#tests/support/factories/people";
import { runDueJobs } from "#tests/support/jobs";
import { mailsTo, secretIn } from "#tests/support/mailbox";
import { owner } from "#tests/support/owner";

const { items } = shippedInstrument;
const address = (circle: Circle) => `handledare${circle.employerId}@example.org`;

/** An agreement under way since five weeks, whose supervisor is reached by mail. */
async function underWay(of?: Circle) {
  const circle = of ?? (await aCircle());
  const id = await inForce(circle);
  const startsOn = dayAfter(mondayOf(today()), -35);
  const endsOn = dayAfter(startsOn, 81);
  await owner`ALTER TABLE agreement_versions DISABLE TRIGGER a_sent_text_stays`;
  await owner`UPDATE agreement_versions SET content = jsonb_set(content, '{period}',
    ${owner.json({ startsOn, endsOn })}) WHERE agreement_id = ${id}`;
  await owner`ALTER TABLE agreement_versions ENABLE TRIGGER a_sent_text_stays`;
  await owner`UPDATE agreements SET starts_on = ${startsOn}, ends_on = ${endsOn},
    contacts = jsonb_set(contacts, '{supervisor}', ${owner.json({ email: address(circle), phone: "" })}) WHERE id = ${id}`;
  return { circle, id };
}
const all = (value: Answers[string], changes: Answers = {}): Answers => ({
  ...Object.fromEntries(items.map(({ id }) => [id, value])),
  ...changes,
});
const rated = (agreementId: string, answers: Answers): RatedAgreement => ({
  agreementId,
  code: "grund",
  version: 1,
  answers,
  typed: {},
});
/** What staff are shown that nobody has talked about: one row an agreement. */
const open = async (circle: Circle) => {
  const listed = await listExceptions(circle.coordinator);
  if (!listed.ok) throw new Error(listed.code);
  return listed.exceptions.rows.filter(({ kind }) => kind === "disagreement");
};

describe("three parties", () => {
  let circle: Circle;
  let id: string;
  let token: string;
  beforeAll(async () => {
    ({ circle, id } = await underWay());
  });

  test("the participant answers all or says why not; the same day again replaces it", async () => {
    expect(await saveOwnRatings(circle.participant, [rated(id, { tempo: 2 })])).toMatchObject({
      code: "incomplete",
      missing: { [id]: items.map((item) => item.id).filter((one) => one !== "tempo") },
    });
    const answers = all(4, { tempo: 3, ork: "vill_inte", annat: 5 });
    expect(await saveOwnRatings(circle.participant, [rated(id, answers)])).toEqual({ ok: true, written: 1 });
    expect(await saveOwnRatings(circle.participant, [rated(id, answers)])).toEqual({ ok: true, written: 0 });
    expect(await saveOwnRatings(circle.participant, [rated(id, { ...answers, tempo: 2 })])).toMatchObject({
      written: 1,
    });
    const rows = await owner`SELECT party, way, answers, by_name FROM ratings WHERE agreement_id = ${id}`;
    // What was not asked is not kept, and a participant is named by code.
    expect(rows).toEqual([
      {
        party: "participant",
        way: "own",
        answers: all(4, { tempo: 2, ork: "vill_inte" }),
        by_name: circle.reference,
      },
    ]);
    expect((await readOwnRatings(circle.participant)) as object).toMatchObject({
      places: [{ agreementId: id, before: [{ answers: { tempo: 2 } }] }],
    });
  });

  test("the supervisor has one link a month for all the own people; it says no name; looking changes nothing", async () => {
    const due = async () =>
      (await listRatingLinksDue(today())).due.find(({ agreementIds }) => agreementIds.includes(id));
    const found = (await due())!;
    expect(found).toMatchObject({ address: address(circle), channel: "mail" });
    expect(await sendDueRatingLink(found, today())).toBe(true);
    expect(await sendDueRatingLink(found, today())).toBe(false);
    expect(await due()).toBeUndefined();
    await runDueJobs();
    expect(mailsTo(address(circle))).toHaveLength(1);
    const mail = mailsTo(address(circle)).at(-1)!;
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/Deltagaren|L-\d|vattna|ork|hälsa/i);
    token = secretIn(mail, "skattning");
    expect(JSON.stringify(await owner`SELECT * FROM rating_links`)).not.toContain(token);
    const before = await owner`SELECT * FROM rating_links ORDER BY id`;
    const read = await readLinkedRating(token);
    const [told] = await owner`SELECT name FROM disclosures WHERE agreement_id = ${id}`;
    expect(read).toMatchObject({ people: [{ agreementId: id, who: told!.name, answers: null }] });
    expect(await owner`SELECT * FROM rating_links ORDER BY id`).toEqual(before);
    expect(JSON.stringify(read)).not.toContain("vill_inte");
  });

  test("what the supervisor answers is one rating a month, however often it is sent", async () => {
    expect(await saveLinkedRating(token, [])).toEqual({ ok: false, code: "nothing" });
    expect(await saveLinkedRating(token, [rated(id, { tempo: 5 })])).toMatchObject({ code: "incomplete" });
    const answers = all(4, { tempo: 5, ork: "vet_inte" });
    expect(await saveLinkedRating(token, [rated(id, answers)])).toEqual({ ok: true, written: 1 });
    expect(await saveLinkedRating(token, [rated(id, answers)])).toEqual({ ok: true, written: 0 });
    expect(await saveLinkedRating(token, [rated(id, { ...answers, stod: 1 })])).toMatchObject({ written: 1 });
    const [{ count }] = (await owner`SELECT count(*)::integer FROM ratings
      WHERE agreement_id = ${id} AND party = 'supervisor'`) as unknown as [{ count: number }];
    expect(count).toBe(1);
    const [event] = await owner`SELECT role, user_name, details FROM audit_events
      WHERE subject = ${id} AND action = 'rating.written' ORDER BY id DESC LIMIT 1`;
    expect(event).toMatchObject({ role: "employer", user_name: "Maj Lindqvist", details: { way: "link" } });
  });

  test("staff see where they go apart; who talks about it takes it off the list, until there are new answers", async () => {
    await runDueJobs();
    const read = await readRatings(circle.coach, id);
    if (!read.ok) throw new Error(read.code);
    const found = read.open.map(({ item, answers }) => [item, answers]);
    expect(found).toEqual([
      ["stod", { participant: 4, supervisor: 1 }],
      ["tempo", { participant: 2, supervisor: 5 }],
    ]);
    expect(await open(circle)).toMatchObject([{ agreementId: id, more: 1 }]);
    const of = { code: "grund", item: "tempo", since: today(), note: "Vi prövar kortare dagar" };
    expect(await handleDisagreementOf(circle.coach, id, of)).toEqual({ ok: true });
    expect(await handleDisagreementOf(circle.coach, id, of)).toEqual({ ok: true });
    expect(await handleDisagreementOf(circle.coach, id, { ...of, item: "trivs" })).toMatchObject({
      code: "no_disagreement",
    });
    expect(await open(circle)).toMatchObject([{ item: "stod", more: 0 }]);
    await saveOwnRatings(circle.participant, [rated(id, all(4, { tempo: 1, ork: "vill_inte" }))]);
    await runDueJobs();
    expect(await open(circle)).toMatchObject([{ more: 1 }]);
  });

  test("what is said to staff is noted for each, once a form; health is named in no list", async () => {
    const rating = {
      code: "grund",
      version: 1,
      parties: { participant: { ork: 1 }, supervisor: { ork: 5 }, coach: { ork: 3 } },
    } as const;
    const note = { day: today(), logId: randomUUID(), rating };
    expect(await noteRatings(circle.coach, id, note)).toEqual({ ok: true, written: 3 });
    expect(await noteRatings(circle.coach, id, note)).toEqual({ ok: true, written: 0 });
    expect(await noteRatings(circle.coach, id, { ...note, day: dayAfter(today(), 1) })).toMatchObject({
      code: "day_wrong",
    });
    // What nobody asked is not passed over without a word, nor is what goes with it.
    const parties = { ...rating.parties, supervisor: { ork: 5, okand: 2 } } as const;
    for (const wrong of [
      { ...rating, parties },
      { ...rating, version: 99 },
      { ...rating, code: "egen" },
    ])
      expect(await noteRatings(circle.coach, id, { ...note, rating: wrong })).toEqual({
        ok: false,
        code: "rating_unknown",
      });
    // The own words of the same day count: the participant did not want to answer, the supervisor did not know.
    const read = await readRatings(circle.coach, id);
    if (!read.ok) throw new Error(read.code);
    expect(read.open.map(({ item }) => item)).not.toContain("ork");
    await owner`UPDATE ratings SET day = day - 1 WHERE agreement_id = ${id} AND way <> 'log'`;
    await noteRatings(circle.coach, id, {
      ...note,
      rating: { ...rating, parties: { ...rating.parties, coach: { ork: 2 } } },
    });
    const health = await owner`SELECT answers FROM rating_disagreements
      WHERE agreement_id = ${id} AND is_health AND handled_at IS NULL`;
    expect(health.map(({ answers }) => answers)).toEqual([{ participant: 1, supervisor: 5, coach: 2 }]);
    const rows = await open(circle);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('"ork"');
  });

  test("a protected identity is in no list, and by code on the link", async () => {
    await owner`UPDATE participants SET protected_identity = 'unknown', name = NULL, email = NULL
      WHERE id = ${circle.participantId}`;
    expect(await open(circle)).toEqual([]);
    expect(await readLinkedRating(token)).toMatchObject({ people: [{ who: circle.reference }] });
  });

  test("nobody else reads or answers", async () => {
    const other = await aCircle();
    for (const actor of [
      circle.participant,
      circle.employer,
      circle.caseWorker,
      other.coordinator,
      other.coach,
    ]) {
      expect(await readRatings(actor, id)).toEqual({ ok: false, code: "not_found" });
      expect(await askSupervisor(actor, id)).toEqual({ ok: false, code: "not_found" });
    }
    for (const actor of [other.participant, circle.stranger, circle.coach, circle.employer])
      expect(await saveOwnRatings(actor, [rated(id, all(1))])).toEqual({ ok: false, code: "not_found" });
    for (const actor of [circle.employer, circle.caseWorker, circle.stranger, other.coach])
      expect(await withActor(actor, (tx) => listRatings(tx, id))).toEqual([]);
    const own = await withActor(circle.participant, (tx) => listRatings(tx, id));
    expect(new Set(own.map(({ party }) => party))).toEqual(new Set(["participant"]));
  });
});

describe("a link that is abused", () => {
  test("forged, another's person, another supervisor, too old, another month", async () => {
    const { circle, id } = await underWay();
    const other = await underWay();
    expect(await askSupervisor(circle.coach, id)).toEqual({ ok: true });
    await runDueJobs();
    const token = secretIn(mailsTo(address(circle)).at(-1), "skattning");
    expect(await askSupervisor(circle.coach, id)).toMatchObject({ code: "too_soon" });
    expect(await readLinkedRating("A".repeat(43))).toEqual({ ok: false, code: "link_unknown" });
    expect(await saveLinkedRating("A".repeat(43), [rated(id, all(1))])).toMatchObject({
      code: "link_unknown",
    });
    expect(await saveLinkedRating(token, [rated(id, all(1)), rated(other.id, all(1))])).toEqual({
      ok: false,
      code: "link_unknown",
    });
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{supervisor,email}', '"ny@example.org"') WHERE id = ${id}`;
    for (const outcome of [await readLinkedRating(token), await saveLinkedRating(token, [rated(id, all(1))])])
      expect(outcome).toEqual({ ok: false, code: "link_over" });
    await owner`UPDATE agreements SET contacts = jsonb_set(contacts, '{supervisor,email}', ${`"${address(circle)}"`}::text::jsonb) WHERE id = ${id}`;
    // The month before: the link of then has run out, and this month has one of its own.
    await owner`UPDATE rating_links SET month = (month - interval '1 month')::date, asked_at = asked_at - interval '30 days',
      expires_at = expires_at - interval '30 days' WHERE ${id} = ANY (agreement_ids)`;
    for (const outcome of [await readLinkedRating(token), await saveLinkedRating(token, [rated(id, all(1))])])
      expect(outcome).toEqual({ ok: false, code: "link_expired" });
    expect(await withActor(systemActor, (tx) => listRatings(tx, id))).toEqual([]);
    expect(await askSupervisor(circle.coach, id)).toEqual({ ok: true });
    await runDueJobs();
    const anew = secretIn(mailsTo(address(circle)).at(-1), "skattning");
    expect(anew).not.toBe(token);
    expect(await readLinkedRating(anew)).toMatchObject({ ok: true });
    expect(await readLinkedRating(token)).toMatchObject({ code: "link_expired" });
  });

  test("who has only just begun, is paused or has ended is not asked about", async () => {
    const { circle, id } = await underWay();
    const isDue = async () =>
      (await listRatingLinksDue(today())).due.some(({ agreementIds }) => agreementIds.includes(id));
    expect(await isDue()).toBe(true);
    await owner`INSERT INTO agreement_pauses (association_id, agreement_id, from_on, until_on)
      VALUES (${circle.associationId}, ${id}, ${dayAfter(today(), -1)}, NULL)`;
    expect(await isDue()).toBe(false);
    await owner`DELETE FROM agreement_pauses WHERE agreement_id = ${id}`;
    await owner`UPDATE agreements SET starts_on = ${dayAfter(today(), -27)} WHERE id = ${id}`;
    expect(await isDue()).toBe(false);
  });
});

describe("own statements", () => {
  const code = `egen-${randomUUID().slice(0, 8)}`;
  test("a draft is nobody's until it is put to use; then it never changes, and answers to the old ones stay", async () => {
    const { circle, id } = await underWay();
    const admin = staff("admin", circle.associationId);
    await saveOwnRatings(circle.participant, [rated(id, all(4))]);
    const one = { ...items[0]!, id: "p1" };
    const draft = { code, name: "Våra", items: [one], seen: 0 };
    expect(await saveInstrument(circle.coordinator, draft)).toMatchObject({ code: "forbidden" });
    expect(await saveInstrument(admin, draft)).toEqual({ ok: true });
    expect(await saveInstrument(admin, draft)).toEqual({ ok: true });
    // Somebody else saved meanwhile: refused once, and both can be read.
    expect(await saveInstrument(admin, { ...draft, name: "Mina", seen: 1 })).toEqual({ ok: true });
    expect(await saveInstrument(admin, { ...draft, name: "Dina", seen: 1 })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await activateInstrument(admin, { code, version: 1, seen: 1 })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect((await readOwnRatings(circle.participant)) as object).toMatchObject({
      places: [{ instrument: { code: "grund" } }],
    });
    expect(await activateInstrument(admin, { code, version: 1, seen: 2 })).toEqual({ ok: true });
    expect(await saveInstrument(admin, { ...draft, name: "Dina", seen: 2 })).toMatchObject({
      code: "no_draft",
    });
    await expect(
      owner`UPDATE instrument_versions SET name = 'Annat' WHERE code = ${code} AND version = 1`,
    ).rejects.toThrow(/never changes/);
    const now = await readOwnRatings(circle.participant);
    expect(now as object).toMatchObject({ places: [{ instrument: { code, version: 1, name: "Mina" } }] });

    // Who had the old form open is answered by what it asked; the new one asks one thing.
    expect(await saveOwnRatings(circle.participant, [rated(id, all(5))])).toMatchObject({ written: 1 });
    const answer: RatedAgreement = { ...rated(id, { p1: 2 }), code, version: 1 };
    expect(await saveOwnRatings(circle.participant, [{ ...answer, version: 2 }])).toMatchObject({
      code: "changed",
    });
    expect(await saveOwnRatings(circle.participant, [answer])).toMatchObject({ written: 1 });

    expect(await saveInstrument(admin, { ...draft, name: "Nästa", seen: 0 })).toEqual({ ok: true });
    expect((await readInstrument(admin, code)) as object).toMatchObject({
      instrument: { activeVersion: 1, versions: [{ version: 2, usedAt: null }, { version: 1 }] },
    });
    expect(await stopUsingInstrument(admin, code)).toEqual({ ok: true });
    expect((await readOwnRatings(circle.participant)) as object).toMatchObject({
      places: [{ instrument: { code: "grund" } }],
    });
    const elsewhere = staff("admin", (await aCircle()).associationId);
    expect(await readInstrument(elsewhere, code)).toEqual({ ok: false, code: "not_found" });
    expect(await activateInstrument(elsewhere, { code, version: 2, seen: 1 })).toMatchObject({
      code: "not_found",
    });
  });
});
