import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles } from "#app/domain/identity/actor";
import {
  type AgendaItem,
  type CaseAccess,
  decideMeeting,
  maySeeCase,
  meetingStatuses,
  partiesWithoutRight,
  sharedAgenda,
} from "#app/domain/profiles/meeting";
import { meetingFormSchema } from "#app/domain/profiles/meeting-form";

const theCase: CaseAccess = {
  agencyId: 1,
  caseWorkerUser: "karin",
  otherAgencyIds: [2],
  agenciesAgreed: true,
  isHidden: false,
};
const staff = { agencyId: null, userId: "sofia" };
const karin = { agencyId: 1, userId: "karin" };
const colleague = { agencyId: 1, userId: "kollega" };
const agency = { agencyId: 1, userId: null };
const invited = { agencyId: 2, userId: "anna" };
const stranger = { agencyId: 3, userId: "bo" };

describe("who may hear of a case", () => {
  test.each([
    ["staff of the association", staff, true],
    ["the case worker", karin, true],
    ["a colleague at the same agency", colleague, false],
    ["the agency that referred, without a name", agency, true],
    ["somebody of an agency that the person has said yes to", invited, true],
    ["another agency", stranger, false],
    ["nobody at all", { agencyId: null, userId: null }, false],
  ])("%s: %o %s", (_who, party, may) => {
    expect(maySeeCase(party, theCase)).toBe(may);
  });

  test("without the person's yes the other agency may not", () => {
    expect(maySeeCase(invited, { ...theCase, agenciesAgreed: false })).toBe(false);
  });

  test("the case worker's account at another agency is another party", () => {
    expect(maySeeCase({ agencyId: 3, userId: "karin" }, theCase)).toBe(false);
  });

  test("a protected identity is on nobody's table, not even the staff's", () => {
    for (const party of [staff, karin, agency, invited])
      expect(maySeeCase(party, { ...theCase, isHidden: true })).toBe(false);
  });
});

const aParty = fc.record({
  id: fc.uuid(),
  agencyId: fc.option(fc.integer({ min: 1, max: 4 })),
  userId: fc.option(fc.constantFrom("a", "b", "c")),
});
const anAccess: fc.Arbitrary<CaseAccess> = fc.record({
  agencyId: fc.option(fc.integer({ min: 1, max: 4 })),
  caseWorkerUser: fc.option(fc.constantFrom("a", "b", "c")),
  otherAgencyIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
  agenciesAgreed: fc.boolean(),
  isHidden: fc.boolean(),
});

test("the shared agenda has only what every party may see, and one more party never shows more", () => {
  fc.assert(
    fc.property(fc.array(anAccess), fc.array(aParty), aParty, (accesses, some, oneMore) => {
      const items = accesses.map((access, place) => ({ id: String(place), access }) as AgendaItem);
      const parties = some.map((party) => ({ ...party, agency: null, name: "" }));
      const { items: shown, leftOut } = sharedAgenda(items, parties);
      expect(shown.length + leftOut).toBe(items.length);
      for (const { access } of shown) expect(partiesWithoutRight(parties, access)).toEqual([]);
      const more = sharedAgenda(items, [...parties, { ...oneMore, agency: null, name: "" }]).items;
      expect(more.every((item) => shown.includes(item))).toBe(true);
    }),
  );
});

test("every role and every state of a meeting", () => {
  for (const role of roles) {
    for (const from of meetingStatuses) {
      for (const to of meetingStatuses) {
        const may = role === "coordinator" && from === "planned" && to !== "planned";
        expect([role, from, to, decideMeeting(from, to, role).ok]).toEqual([role, from, to, may]);
      }
    }
  }
});

describe("the form of a meeting", () => {
  const key = "3b241101-e2bb-4255-8caf-4136c566a962";
  test.each([
    ["13.00", "2026-06-03", "2026-06-03T11:00:00.000Z"],
    ["9:30", "2026-12-03", "2026-12-03T08:30:00.000Z"],
  ])("%s on %s is a moment in Sweden", (time, date, moment) => {
    const form = meetingFormSchema.parse({ key, date, time });
    expect(form.at.toISOString()).toBe(moment);
  });
  test("a place may be called F12, and holds no personal identity number", () => {
    const read = (place: string) =>
      meetingFormSchema.safeParse({ key, date: "2026-06-03", time: "9", place });
    expect(read("Hus F12").data?.place).toBe("Hus F12");
    expect(read("19850709-9805").error?.issues.map(({ message }) => message)).toEqual([
      "holds_personal_number",
    ]);
  });
  test("an hour that is none is said so", () => {
    const read = meetingFormSchema.safeParse({ key, date: "2026-06-03", time: "25.00" });
    expect(read.error?.issues.map(({ message }) => message)).toEqual(["time_pattern"]);
  });
});
