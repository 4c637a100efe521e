import { describe, expect, test } from "vitest";
import type { Closing } from "#app/domain/agreements/closing";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { beginAmendment } from "#app/services/agreements/amend-agreement.server";
import { closeAgreement } from "#app/services/agreements/close-agreement.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { listAgreementsOf } from "#app/services/agreements/list-agreements.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { aCircle, aDraft, begun, inForce, send, sign, writeDraft } from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

const closing: Closing = {
  outcome: "utbildning",
  educationForm: "komvux",
  selfSufficiency: "inte_mojlig",
  nextStep: "Ansöka till komvux",
  responsible: "Maj Lindqvist",
  nextOn: dayAfter(today(), 280),
  answer: "partly",
  answerWords: "Åtta timmar håller.",
  participantNote: "Du har kommit i tid varje vecka.",
  employerMayKnow: false,
};
async function underWay() {
  const circle = await aCircle();
  const id = await inForce(circle);
  await begun(id);
  return { circle, id };
}
const rowOf = async (id: string) =>
  (await owner`SELECT status, holds_slot, ended_on::text FROM agreements WHERE id = ${id}`)[0];

describe("closing", () => {
  test("with a complete record gives the slot back and drops what is on its way; the same again is one record", async () => {
    const { circle, id } = await underWay();
    await beginAmendment(circle.coordinator, id);
    const closed = await Promise.all(
      Array.from({ length: 6 }, () => closeAgreement(circle.coach, id, closing)),
    );
    expect(closed.every(({ ok }) => ok)).toBe(true);
    expect(await rowOf(id)).toEqual({ status: "closed", holds_slot: false, ended_on: today() });
    expect(
      await owner`SELECT 1 FROM agreement_versions WHERE agreement_id = ${id} AND status = 'draft'`,
    ).toEqual([]);
    const events =
      await owner`SELECT what FROM agreement_events WHERE agreement_id = ${id} AND what = 'closed'`;
    expect(events).toHaveLength(1);
    expect(await closeAgreement(circle.coordinator, id, { ...closing, nextStep: "Annat" })).toEqual({
      ok: false,
      code: "already_recorded",
    });
  });

  test.each<[string, Partial<Closing>]>([
    ["no next step", { nextStep: " " }],
    ["nobody responsible", { responsible: "" }],
    ["no day", { nextOn: "" }],
    ["no answer to the question", { answer: null }],
    ["an education without its form", { educationForm: null }],
  ])("with %s changes nothing", async (_what, but) => {
    const { circle, id } = await underWay();
    expect(await closeAgreement(circle.coach, id, { ...closing, ...but })).toEqual({
      ok: false,
      code: "closing_incomplete",
    });
    expect(await rowOf(id)).toMatchObject({ status: "in_force", holds_slot: true });
  });

  test("is for coordinator and coach, and read by those whom it concerns; the employer never", async () => {
    const { circle, id } = await underWay();
    for (const actor of [circle.participant, circle.employer])
      expect(await closeAgreement(actor, id, closing)).toEqual({ ok: false, code: "not_allowed" });
    for (const actor of [circle.caseWorker, circle.stranger, staff("coach", await anAssociation())])
      expect(await closeAgreement(actor, id, closing)).toEqual({ ok: false, code: "not_found" });
    await closeAgreement(circle.coordinator, id, closing);
    for (const actor of [circle.coordinator, circle.coach, circle.participant, circle.caseWorker])
      expect(await readAgreement(actor, id)).toMatchObject({ ok: true, closing });
    expect(await readAgreement(circle.employer, id)).toMatchObject({ ok: true, closing: null });
    const trail = await owner`SELECT action FROM audit_events
      WHERE participant_id = ${circle.participantId} AND action = 'agreement.closed'`;
    expect(trail).toHaveLength(1);
  });

  test("of what was never signed is not possible", async () => {
    const circle = await aCircle();
    const id = await aDraft(circle);
    await send(circle.coordinator, id);
    expect(await closeAgreement(circle.coordinator, id, closing)).toEqual({
      ok: false,
      code: "wrong_status",
    });
  });
});

test("after an early end the record is asked for, is written once, and the end stays as it was", async () => {
  const { circle, id } = await underWay();
  await endAgreement(circle.employer, id, {
    to: "ended_early",
    reason: "workplace_cannot",
    initiative: null,
    note: "",
  });
  const open = () => listAgreementsOf(circle.coordinator, "open");
  expect(await open()).toMatchObject({ rows: [{ id, recordMissing: true, state: { name: "ended_early" } }] });
  expect(await closeAgreement(circle.coach, id, closing)).toEqual({ ok: true });
  expect(await closeAgreement(circle.coach, id, closing)).toEqual({ ok: true });
  expect(await closeAgreement(circle.coordinator, id, { ...closing, nextStep: "Annat" })).toEqual({
    ok: false,
    code: "already_recorded",
  });
  expect(await rowOf(id)).toEqual({ status: "ended_early", holds_slot: false, ended_on: today() });
  expect(await open()).toMatchObject({ rows: [] });
});

test.each(["draft", "out"])("whoever ends it, a changed text that is %s goes with it", async (standing) => {
  const { circle, id } = await underWay();
  await beginAmendment(circle.coordinator, id);
  await writeDraft(circle.coordinator, id, (draft) => ({ ...draft, goals: ["Ett nytt mål"] }));
  if (standing === "out") {
    await send(circle.coordinator, id);
    await sign(circle.employer, id, "employer_1");
  }
  const input = { to: "ended_early" as const, reason: "health", initiative: null, note: "Mår sämre." };
  expect(await endAgreement(circle.participant, id, input)).toEqual({ ok: true });
  const [version] =
    await owner`SELECT status FROM agreement_versions WHERE agreement_id = ${id} AND number = 2`;
  expect(version!.status).toBe(standing === "out" ? "withdrawn" : "dropped");
  expect(
    await owner`SELECT 1 FROM agreement_signatures WHERE agreement_id = ${id} AND version = 2 AND voided_at IS NULL`,
  ).toHaveLength(0);
  expect(await readAgreement(circle.coordinator, id)).toMatchObject({ amendment: null, missing: [] });
  // Nor does the trail say why: who looks after the accounts reads it too.
  expect(JSON.stringify(await owner`SELECT * FROM audit_events WHERE subject = ${id}`)).not.toMatch(
    /"health"/,
  );
  // The employer reads that it ended, not the participant's reason or words.
  expect(JSON.stringify(await readAgreement(circle.employer, id))).not.toMatch(/"health"|Mår sämre/);
});
