import { describe, expect, test } from "vitest";
import { dayAfter } from "#app/domain/organisations/day";
import { changeSupervisor } from "#app/services/agreements/change-supervisor.server";
import { extendAgreement, readExtension } from "#app/services/agreements/extend-agreement.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import {
  aCircle,
  aMonday,
  inForce,
  send,
  sign,
  whole,
  writeDraft,
} from "#tests/support/factories/agreements";
import { anAssociation, staff } from "#tests/support/factories/people";
import { owner } from "#tests/support/owner";

const none = { reportDueOn: undefined, hours: undefined, since: undefined };
async function placed() {
  const circle = await aCircle();
  // A listing of up to 90 weeks: only the kind's longest time is passed.
  await owner`UPDATE placements SET weeks_max = 90 WHERE id = ${circle.placementId}`;
  const id = await inForce(circle, { kind: "skyddad" });
  return { circle, id, endsOn: dayAfter(aMonday(), 12 * 7 - 3) };
}

describe("an extension", () => {
  test("begins the change, shows it, warns beyond the kind's longest time, is sent and signed", async () => {
    const { circle, id, endsOn } = await placed();
    const later = dayAfter(endsOn, 50 * 7);
    expect(await readExtension(circle.coach, id)).toMatchObject({ ok: true, draft: null });
    const asked = { ...none, revision: 0, endsOn: later };
    const written = await Promise.all(
      Array.from({ length: 5 }, () => extendAgreement(circle.coach, id, asked)),
    );
    expect(written.every(({ ok }) => ok)).toBe(true);
    expect(await owner`SELECT 1 FROM agreement_versions WHERE agreement_id = ${id}`).toHaveLength(2);
    const read = await readExtension(circle.coordinator, id);
    expect(read).toMatchObject({
      ok: true,
      draft: { differences: [{ what: "last_day", from: endsOn, to: later }], problems: [] },
    });
    if (read.ok) {
      const told = read.draft?.conflicts.map(({ code, stops }) => [code, stops]);
      expect(told).toContainEqual(["longer_than_kind", false]);
    }
    expect(await send(circle.coach, id)).toEqual({ ok: true, signed: "asked_for" });
    expect(await readExtension(circle.coach, id)).toEqual({ ok: false, code: "amendment_open" });
    for (const [actor, slot] of [
      [circle.coordinator, "coordinator"],
      [circle.employer, "employer_1"],
      [circle.participant, "participant"],
    ] as const)
      await sign(actor, id, slot);
    const [row] = await owner`SELECT ends_on::text FROM agreements WHERE id = ${id}`;
    expect(row!.ends_on).toBe(later);
  });

  test("with other hours from a week says so; what somebody else wrote meanwhile is not lost", async () => {
    const { circle, id, endsOn } = await placed();
    const since = dayAfter(aMonday(), 28);
    const asked = { ...none, revision: 0, endsOn: dayAfter(endsOn, 14), hours: 12, since };
    expect(await extendAgreement(circle.coordinator, id, asked)).toMatchObject({ ok: true });
    const first = await readExtension(circle.coordinator, id);
    if (!first.ok || !first.draft) throw new Error("no draft");
    expect(first.draft.differences).toMatchObject([
      { what: "last_day" },
      { what: "hours", from: 8, to: 12, since, until: null },
    ]);
    await writeDraft(circle.coach, id, (draft) => ({ ...draft, goals: ["Ett mål till"] }));
    const late = { ...asked, revision: first.draft.revision, endsOn: dayAfter(endsOn, 21) };
    expect(await extendAgreement(circle.coordinator, id, late)).toEqual({
      ok: false,
      code: "changed_meanwhile",
    });
    const now = await readExtension(circle.coordinator, id);
    if (!now.ok || !now.draft) throw new Error("no draft");
    expect(now.draft.differences.map(({ field }) => field)).toContain("goals");
    const { revision } = now.draft;
    expect(await extendAgreement(circle.coordinator, id, { ...late, revision })).toEqual({ ok: true });
  });

  test("to an earlier day, or by those who may not, changes nothing", async () => {
    const { circle, id, endsOn } = await placed();
    const asked = { ...none, revision: 0, endsOn };
    expect(await extendAgreement(circle.coach, id, asked)).toEqual({ ok: false, code: "not_later" });
    for (const actor of [
      circle.participant,
      circle.employer,
      circle.caseWorker,
      circle.stranger,
      staff("coordinator", await anAssociation()),
    ])
      expect(await extendAgreement(actor, id, { ...asked, endsOn: dayAfter(endsOn, 7) })).toEqual({
        ok: false,
        code: "not_found",
      });
    expect(await owner`SELECT 1 FROM agreement_versions WHERE agreement_id = ${id}`).toHaveLength(1);
  });
});

describe("another supervisor", () => {
  const change = {
    supervisorName: "Ulla Ek",
    supervisorTitle: "",
    supervisorPhone: "070-174 06 10",
    supervisorEmail: "ulla@example.org",
    troubleName: "Kontoret",
    troublePhone: "",
    sameReach: false,
  };

  test("counts at once, unsigned and for all to read; the same again is one change", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    const changed = await Promise.all(
      Array.from({ length: 4 }, () => changeSupervisor(circle.coordinator, id, change)),
    );
    expect(changed.every(({ ok }) => ok)).toBe(true);
    const read = await readAgreement(circle.employer, id);
    expect(read).toMatchObject({
      ok: true,
      shown: {
        number: 2,
        unsigned: true,
        changed: ["supervisor"],
        content: { supervisor: { name: "Ulla Ek" } },
      },
      agreement: { contacts: { supervisor: { phone: "070-174 06 10" } } },
      missing: [],
    });
  });

  test("is the coordinator's to name; a coach changes how people are reached, and every signature stands", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    expect(await changeSupervisor(circle.coach, id, change)).toEqual({ ok: false, code: "not_allowed" });
    const same = { ...change, supervisorName: whole({ parties: { employer: {} } } as never).supervisor.name };
    expect(await changeSupervisor(circle.coach, id, same)).toEqual({ ok: true, named: false });
    const read = await readAgreement(circle.participant, id);
    expect(read).toMatchObject({
      ok: true,
      shown: { number: 1 },
      agreement: { contacts: { trouble: { name: "Kontoret" } } },
    });
    if (read.ok) expect(read.signatures.every(({ voidedAt }) => voidedAt === null)).toBe(true);
    for (const actor of [circle.participant, circle.employer, circle.caseWorker])
      expect(await changeSupervisor(actor, id, change)).toEqual({ ok: false, code: "not_found" });
  });

  test("is not reached as the former one was, unless somebody says so", async () => {
    const circle = await aCircle();
    const id = await inForce(circle);
    await changeSupervisor(circle.coordinator, id, change);
    const next = { ...change, supervisorName: "Olle Ek" };
    for (const kept of [{}, { supervisorPhone: "070-174 06 20" }, { supervisorEmail: "olle@example.org" }])
      expect(await changeSupervisor(circle.coordinator, id, { ...next, ...kept })).toEqual({
        ok: false,
        code: "same_reach",
      });
    expect(await readAgreement(circle.employer, id)).toMatchObject({ shown: { number: 2 } });
    expect(await changeSupervisor(circle.coordinator, id, { ...next, sameReach: true })).toEqual({
      ok: true,
      named: true,
    });
  });

  test("waits for a change that is on its way", async () => {
    const { circle, id, endsOn } = await placed();
    await extendAgreement(circle.coach, id, { ...none, revision: 0, endsOn: dayAfter(endsOn, 7) });
    expect(await changeSupervisor(circle.coordinator, id, change)).toEqual({
      ok: false,
      code: "amendment_open",
    });
  });
});
