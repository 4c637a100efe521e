import { describe, expect, test } from "vitest";
import { lastDay } from "#app/domain/consent/consent-form";
import { today } from "#app/platform/clock.server";
import { giveOwnConsent, recordConsent } from "#app/services/consent/give-consent.server";
import { hasConsentToPresent } from "#app/services/consent/has-consent-to-present.server";
import { listConsents, listOwnConsents } from "#app/services/consent/list-consents.server";
import { recordWithdrawal, withdrawOwnConsent } from "#app/services/consent/withdraw-consent.server";
import { withActor } from "#db/client.server";
import * as queries from "#db/queries/consent.server";
import { anAssociation, asParticipant, staff } from "#tests/support/factories/people";
import { aParticipant } from "#tests/support/factories/profiles";
import { owner } from "#tests/support/owner";

const purpose = "present_to_employers" as const;
const yes = { purpose, textVersion: "2026-1", language: "sv" };

async function begin() {
  const associationId = await anAssociation();
  const coordinator = staff("coordinator", associationId);
  const { reference, participantId } = await aParticipant(coordinator);
  return {
    coordinator,
    reference,
    participantId,
    associationId,
    oneself: asParticipant(associationId, participantId),
  };
}
const paper = () => ({
  givenHow: "paper" as const,
  language: "sv" as const,
  validFrom: today(),
  validUntil: lastDay(today(), 3),
  read: "on" as const,
});

describe("a consent to be presented to employers", () => {
  test("none from the start; given, it holds; withdrawn, it ends at once", async () => {
    const { coordinator, oneself, reference, participantId } = await begin();
    expect(await hasConsentToPresent(coordinator, reference)).toEqual({ ok: true, given: false });
    expect(await giveOwnConsent(oneself, yes)).toEqual({ ok: true, validUntil: lastDay(today(), 6) });
    expect(await hasConsentToPresent(coordinator, reference)).toEqual({ ok: true, given: true });
    expect(await withdrawOwnConsent(oneself, purpose)).toMatchObject({ ok: true });
    expect(await hasConsentToPresent(coordinator, reference)).toEqual({ ok: true, given: false });
    const events = await owner`SELECT action FROM audit_events WHERE participant_id = ${participantId}
      AND action IN ('consent.given', 'consent.withdrawn') ORDER BY id`;
    expect(events.map((row) => row.action)).toEqual(["consent.given", "consent.withdrawn"]);
  });

  test("clicking twice gives one consent, withdrawing nothing writes nothing", async () => {
    const { oneself } = await begin();
    await giveOwnConsent(oneself, yes);
    await giveOwnConsent(oneself, yes);
    const own = await listOwnConsents(oneself);
    expect(own.ok && own.consents).toHaveLength(1);
    await withdrawOwnConsent(oneself, purpose);
    await withdrawOwnConsent(oneself, purpose);
    const events = await owner`SELECT 1 FROM audit_events WHERE user_id = ${oneself.userId}
      AND action = 'consent.withdrawn'`;
    expect(events).toHaveLength(1);
  });

  test("ten at the same moment, in the account and on paper, are not ten consents", async () => {
    const { coordinator, reference, oneself } = await begin();
    await Promise.all([
      ...Array.from({ length: 8 }, () => giveOwnConsent(oneself, yes)),
      ...Array.from({ length: 2 }, () => recordConsent(coordinator, reference, purpose, paper())),
    ]);
    const own = await listOwnConsents(oneself);
    const given = own.ok ? own.consents.map(({ givenHow }) => givenHow) : [];
    expect(given.filter((how) => how === "self")).toHaveLength(1);
    // A shorter one on paper can have come first.
    expect(given.filter((how) => how === "paper").length).toBeLessThanOrEqual(1);
  });

  test("a yes to a wording that is no longer in force is not a yes", async () => {
    const { oneself } = await begin();
    expect(await giveOwnConsent(oneself, { ...yes, textVersion: "2019-1" })).toEqual({
      ok: false,
      code: "text_changed",
    });
  });

  test("on paper: noted by the coordinator, with who, when and which wording", async () => {
    const { coordinator, reference } = await begin();
    expect(await recordConsent(coordinator, reference, purpose, paper())).toMatchObject({ ok: true });
    expect(await recordConsent(coordinator, reference, purpose, paper())).toEqual({
      ok: false,
      code: "already_given",
    });
    expect(await listConsents(coordinator, reference)).toMatchObject({
      consents: [
        { givenHow: "paper", recordedByName: coordinator.name, textVersion: "2026-1", withdrawnAt: null },
      ],
    });
    expect(await recordWithdrawal(coordinator, reference, purpose)).toMatchObject({ ok: true });
    expect(await hasConsentToPresent(coordinator, reference)).toMatchObject({ given: false });
  });

  test("the day after the last day, and after the participant has left, it no longer holds", async () => {
    const { coordinator, oneself, participantId } = await begin();
    await giveOwnConsent(oneself, yes);
    const holds = (day: string) =>
      withActor(coordinator, (tx) => queries.hasConsentToPresent(tx, participantId, day));
    const last = lastDay(today(), 6);
    expect(await holds(last)).toBe(true);
    const after = new Date(`${last}T12:00:00Z`);
    after.setUTCDate(after.getUTCDate() + 1);
    expect(await holds(after.toISOString().slice(0, 10))).toBe(false);
    await owner`UPDATE participants SET closed_on = ${today()} WHERE id = ${participantId}`;
    expect(await holds(today())).toBe(false);
    expect(await giveOwnConsent(oneself, yes)).toEqual({ ok: false, code: "left" });
  });

  test("nobody gives, notes or reads another's", async () => {
    const { associationId, coordinator, reference, oneself } = await begin();
    await giveOwnConsent(oneself, yes);
    const foreign = staff("coordinator", await anAssociation());
    const coach = staff("coach", associationId);
    const other = asParticipant(associationId, (await aParticipant(coordinator)).participantId);
    const notFound = { ok: false, code: "not_found" };
    expect(await recordConsent(foreign, reference, purpose, paper())).toEqual(notFound);
    expect(await recordConsent(coach, reference, purpose, paper())).toEqual(notFound);
    expect(await recordWithdrawal(foreign, reference, purpose)).toEqual(notFound);
    expect(await listConsents(foreign, reference)).toEqual(notFound);
    expect(await listConsents(other, reference)).toEqual(notFound);
    expect(await listConsents(coach, reference)).toMatchObject({ ok: true });
    await withdrawOwnConsent(other, purpose);
    expect(await hasConsentToPresent(coordinator, reference)).toMatchObject({ given: true });
  });
});
