import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfter } from "#app/domain/organisations/day";
import { parseSearch } from "#app/domain/placements/search";
import { today } from "#app/platform/clock.server";
import { beginAmendment } from "#app/services/agreements/amend-agreement.server";
import { callBack } from "#app/services/agreements/call-back.server";
import { drawUpAgreement } from "#app/services/agreements/draw-up.server";
import { editAgreement } from "#app/services/agreements/save-agreement.server";
import { sendAgreement } from "#app/services/agreements/send-agreement.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { holdPlacement } from "#app/services/matching/hold-placement.server";
import { moveProposal } from "#app/services/matching/move-proposal.server";
import { searchPlacements } from "#app/services/placements/search-placements.server";
import { showPlacement } from "#app/services/placements/show-placement.server";
import { db } from "#db/client.server";
import { listFreeFrom } from "#db/queries/slots.server";
import {
  aCircle,
  aDraft,
  type Circle,
  inForce,
  send,
  sign,
  writeDraft,
} from "#tests/support/factories/agreements";
import { owner } from "#tests/support/owner";

const later = (days: number) => dayAfter(today(), days);
const freeFrom = async (placementId: number, day: string) =>
  (await listFreeFrom(db, [placementId], day)).get(placementId);
const periodOf = async (id: string) => {
  const [row] =
    await owner`SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM agreements WHERE id = ${id}`;
  return row as { startsOn: string; endsOn: string };
};
/** Another participant of the same association, and a draft for the same place and these days. */
async function another(circle: Circle, startsOn: string, weeks: number): Promise<string> {
  const reference = `N-${Math.random().toString(36).slice(2, 8)}`;
  await owner`INSERT INTO participants (association_id, reference) VALUES (${circle.associationId}, ${reference})`;
  return aDraft(
    { ...circle, reference },
    { period: { startsOn, endsOn: dayAfter(startsOn, weeks * 7 - 1) } },
  );
}
async function most(placementId: number): Promise<number> {
  const taken = await owner`
    SELECT coalesce(slot_from::text, '') AS begins, coalesce(slot_until::text, '9999') AS ends FROM agreements
     WHERE placement_id = ${placementId} AND holds_slot
    UNION ALL SELECT coalesce(slot_from::text, ''), '9999' FROM proposals WHERE placement_id = ${placementId} AND holds_slot`;
  const days = [today(), ...taken.map(({ begins }) => begins).filter((day) => day > today())];
  return Math.max(
    0,
    ...days.map((day) => taken.filter((one) => one.begins <= day && day <= one.ends).length),
  );
}

test("a slot is free again the day after the last day, and the page says from when", async () => {
  const circle = await aCircle();
  const free = await showPlacement(circle.employer, String(circle.placementId));
  expect(free).toMatchObject({ placement: { freeSlots: 1, freeFrom: null } });
  const { startsOn, endsOn } = await periodOf(await inForce(circle));
  for (const day of [today(), startsOn, endsOn]) expect(await freeFrom(circle.placementId, day)).toBe(0);
  expect(await freeFrom(circle.placementId, dayAfter(endsOn, 1))).toBe(1);
  const { search } = parseSearch(new URLSearchParams(`fran=${dayAfter(endsOn, 1)}&per_sida=100`));
  const listed = async (startsOn: string | null) => {
    const found = await searchPlacements(circle.coordinator, { ...search!, startsOn });
    return found.ok && found.placements.find(({ id }) => id === circle.placementId)?.freeSlots;
  };
  expect([await listed(null), await listed(endsOn), await listed(search!.startsOn)]).toEqual([0, 0, 1]);
  const full = await showPlacement(circle.employer, String(circle.placementId));
  expect(full).toMatchObject({ placement: { freeSlots: 0, freeFrom: dayAfter(endsOn, 1) } });
});

test("full today, free then: held, drawn up and sent for days after the last day of another", async () => {
  const circle = await aCircle();
  const { endsOn } = await periodOf(await inForce(circle));
  const { placementId } = circle;
  const reference = "SEN-1";
  await owner`INSERT INTO participants (association_id, reference) VALUES (${circle.associationId}, ${reference})`;
  const hold = (day: string | null) => holdPlacement(circle.coordinator, { reference }, placementId, day);
  expect(await hold(null)).toEqual({ ok: false, code: "slot_taken" });
  expect(await hold(endsOn)).toEqual({ ok: false, code: "slot_taken" });
  const begin = dayAfter(endsOn, 1);
  const held = await hold(begin);
  expect(held).toMatchObject({ ok: true, proposal: { holdsSlot: true, slotFrom: begin } });
  if (!held.ok) return;
  // Nobody else has it then; the counter that search reads says one of one.
  expect(await freeFrom(placementId, begin)).toBe(0);
  const [row] = await owner`SELECT claimed FROM placements WHERE id = ${placementId}`;
  expect(row!.claimed).toBe(1);
  for (const [to, how] of [["asked_participant"], ["participant_yes", "telefon"]] as const) {
    const moved = await moveProposal(circle.coordinator, {
      proposalId: held.proposal.id,
      to,
      how: how ?? null,
    });
    expect(moved.ok).toBe(true);
  }
  await owner`UPDATE proposals SET status = 'employer_yes' WHERE id = ${held.proposal.id}`;
  const drawn = await drawUpAgreement(circle.coordinator, reference, {
    formKey: null,
    proposalId: held.proposal.id,
  });
  if (!drawn.ok) throw new Error(drawn.code);
  const edited = await editAgreement(circle.coordinator, drawn.id);
  expect(edited).toMatchObject({ ok: true, version: { content: { period: { startsOn: begin } } } });
  if (edited.ok) expect(edited.check.conflicts.map(({ code }) => code)).not.toContain("free_later");
});

test("an agreement that would overfill one day is told while it is drafted, and is not sent", async () => {
  const circle = await aCircle();
  const { endsOn } = await periodOf(await inForce(circle));
  const early = await another(circle, endsOn, 2);
  const edited = await editAgreement(circle.coordinator, early);
  expect(edited).toMatchObject({
    ok: true,
    check: {
      conflicts: [{ code: "free_later", stops: true, field: "period", values: { day: dayAfter(endsOn, 1) } }],
    },
  });
  expect(await send(circle.coordinator, early)).toMatchObject({ ok: false, code: "not_ready" });
  const after = await another(circle, dayAfter(endsOn, 1), 2);
  expect(await send(circle.coordinator, after)).toEqual({ ok: true, signed: "asked_for" });
  // The database says no by itself, whoever writes.
  await expect(
    owner`UPDATE agreements SET holds_slot = true, slot_from = ${endsOn}, slot_until = ${endsOn} WHERE id = ${early}`,
  ).rejects.toThrow(/has no free slot/);
});

test("an extension keeps its days free from the day it is sent; called back, they are given back", async () => {
  const circle = await aCircle();
  const id = await inForce(circle);
  const { endsOn } = await periodOf(id);
  const extend = async (to: string) => {
    await writeDraft(circle.coordinator, id, (draft) => ({
      ...draft,
      period: { ...draft.period, endsOn: to },
    }));
    return send(circle.coordinator, id);
  };
  await beginAmendment(circle.coordinator, id);
  expect(await extend(dayAfter(endsOn, 28))).toEqual({ ok: true, signed: "asked_for" });
  expect(await freeFrom(circle.placementId, dayAfter(endsOn, 1))).toBe(0);
  await callBack(circle.coordinator, id);
  expect(await freeFrom(circle.placementId, dayAfter(endsOn, 1))).toBe(1);
  const next = await another(circle, dayAfter(endsOn, 15), 4);
  expect((await send(circle.coordinator, next)).ok).toBe(true);
  expect(await extend(dayAfter(endsOn, 28))).toMatchObject({ ok: false, code: "not_ready" });
  expect(await extend(dayAfter(endsOn, 14))).toEqual({ ok: true, signed: "asked_for" });
  for (const [actor, slot] of [
    [circle.coordinator, "coordinator"],
    [circle.employer, "employer_1"],
    [circle.participant, "participant"],
  ] as const)
    await sign(actor, id, slot);
  const [row] = await owner`SELECT slot_until::text FROM agreements WHERE id = ${id}`;
  expect(row!.slot_until).toBe(dayAfter(endsOn, 14));
});

test("the day after the last day the counter follows by itself", async () => {
  const circle = await aCircle();
  const id = await inForce(circle);
  await owner`UPDATE agreements SET slot_from = ${later(-30)}, slot_until = ${later(0)} WHERE id = ${id}`;
  await expireProposals();
  const claimed = async () =>
    (await owner`SELECT claimed FROM placements WHERE id = ${circle.placementId}`)[0]!.claimed;
  expect(await claimed()).toBe(1);
  await owner`ALTER TABLE agreements DISABLE TRIGGER slots_are_counted_of_changed`;
  await owner`UPDATE agreements SET slot_until = ${later(-1)} WHERE id = ${id}`;
  await owner`ALTER TABLE agreements ENABLE TRIGGER slots_are_counted_of_changed`;
  expect(await claimed()).toBe(1);
  await expireProposals();
  expect(await claimed()).toBe(0);
});

test("100 at once, agreements of many periods and holds from many days: no day has more than there are slots", async () => {
  const circle = await aCircle();
  await owner`UPDATE placements SET capacity = 2 WHERE id = ${circle.placementId}`;
  const first = await aDraft(circle);
  await owner`INSERT INTO participants (association_id, reference)
    SELECT ${circle.associationId}, 'H-' || n FROM generate_series(1, 99) AS n`;
  const rows = await owner`
    WITH made AS (
      INSERT INTO agreements (association_id, participant_id, number, employer_id, placement_id, contacts, created_by_name)
      SELECT g.association_id, p.id, p.reference, g.employer_id, g.placement_id, g.contacts, 'Test'
        FROM agreements g JOIN participants p ON p.association_id = g.association_id AND p.reference LIKE 'H-%'
       WHERE g.id = ${first} RETURNING id, association_id, split_part(number, '-', 2)::integer AS nth)
    INSERT INTO agreement_versions (association_id, agreement_id, number, amendment, status, content, saved_by_name, revision)
    SELECT m.association_id, m.id, 1, 0, 'draft', jsonb_set(v.content, '{period}', jsonb_build_object(
             'startsOn', (v.content #>> '{period,startsOn}')::date + 7 * (nth % 13),
             'endsOn', (v.content #>> '{period,startsOn}')::date + 7 * (nth % 13 + 1 + nth % 5) - 1)),
           'Test', v.revision
      FROM made m, agreement_versions v WHERE v.agreement_id = ${first} RETURNING agreement_id`;
  const [draft] = await owner`SELECT revision FROM agreement_versions WHERE agreement_id = ${first}`;
  const begin = (await periodOf(first)).startsOn;
  const ids = rows.map((row) => row.agreement_id as string).slice(0, 70);
  const answers = await Promise.all([
    ...ids.map((id) => sendAgreement(circle.coordinator, id, draft!.revision)),
    ...Array.from({ length: 30 }, (_, n) =>
      holdPlacement(
        circle.coordinator,
        { reference: `H-${n + 70}` },
        circle.placementId,
        dayAfter(begin, 7 * (n % 20)),
      ),
    ),
  ]);
  expect(answers).toHaveLength(100);
  for (const one of answers) if (!one.ok) expect(["slot_taken", "not_ready"]).toContain(one.code);
  // Behind each other more got a slot than there are; on one day nobody too many.
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(2);
  expect(await most(circle.placementId)).toBe(2);
  const [row] = await owner`SELECT claimed FROM placements WHERE id = ${circle.placementId}`;
  expect(row!.claimed).toBe(2);
});

test("the answer for any day is what counting day by day says", async () => {
  const circle = await aCircle();
  const capacity = 4;
  await owner`UPDATE placements SET capacity = ${capacity} WHERE id = ${circle.placementId}`;
  const span = fc.record({ first: fc.integer({ min: -20, max: 40 }), days: fc.integer({ min: 1, max: 30 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(span, { maxLength: capacity }), fc.nat(60), async (spans, on) => {
      await owner`DELETE FROM agreements WHERE placement_id = ${circle.placementId}`;
      for (const [n, { first, days }] of spans.entries())
        await owner`
          INSERT INTO agreements (association_id, participant_id, number, employer_id, placement_id, contacts,
                                  created_by_name, holds_slot, slot_from, slot_until)
          VALUES (${circle.associationId}, ${circle.participantId}, ${`X-${n}`}, ${circle.employerId},
                  ${circle.placementId}, '{}', 'Test', true, ${later(first)}, ${later(first + days - 1)})`;
      const takenOn = (day: number) =>
        spans.filter(({ first, days }) => first <= day && day < first + days).length;
      const freeAfter = (day: number) =>
        capacity - Math.max(...Array.from({ length: 90 - day }, (_, n) => takenOn(day + n)));
      expect(await freeFrom(circle.placementId, later(on))).toBe(freeAfter(on));
      const [row] = await owner`SELECT capacity - claimed AS now, next_free_day(id)::text AS next
        FROM placements WHERE id = ${circle.placementId}`;
      expect(row!.now).toBe(freeAfter(0));
      const day = Array.from({ length: 90 }, (_, n) => n).find((n) => freeAfter(n) > 0)!;
      expect(row!.next).toBe(later(day));
    }),
    { numRuns: 25 },
  );
});
