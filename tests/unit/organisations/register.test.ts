import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contactFormSchema } from "#app/domain/organisations/contact-log";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { employerFormSchema } from "#app/domain/organisations/employer-form";
import { readId } from "#app/domain/organisations/employer-id";
import { countedSince, fatigueDays, fatigueOf } from "#app/domain/organisations/fatigue";
import {
  type HostedStay,
  nothingElsewhere,
  smallestTold,
  summariseHosting,
} from "#app/domain/organisations/guard";
import { personSchema } from "#app/domain/organisations/person-form";
import {
  employerSearchAddress,
  isNarrowed,
  parseEmployerSearch,
} from "#app/domain/organisations/register-query";

const today = "2026-03-03";
const day = fc.integer({ min: -400, max: 400 }).map((days) => dayAfter(today, days));

describe("fatigue", () => {
  test("counts just the last thirty days, today among them", () => {
    fc.assert(
      fc.property(day, (one) => {
        const counts = one >= countedSince(today) && one <= today;
        expect(counts).toBe(daysBetween(one, today) >= 0 && daysBetween(one, today) < fatigueDays);
      }),
    );
    expect(countedSince(today)).toBe("2026-02-02");
  });
  test("one contact more never makes an employer less tired", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 50 }), (contacts, limit) => {
        expect(Number(fatigueOf(contacts + 1, limit).isTired)).toBeGreaterThanOrEqual(
          Number(fatigueOf(contacts, limit).isTired),
        );
        expect(fatigueOf(contacts, limit).isTired).toBe(contacts + 1 > limit);
      }),
    );
  });
});

describe("a contact's form", () => {
  const form = { key: "5f0c7c1e-8a43-4a4e-9f0e-0d6c1b6f0a11", channel: "telefon", happenedOn: today };
  const codes = (more: object) => {
    const parsed = contactFormSchema(today).safeParse({ ...form, ...more });
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  };
  test.each([
    [{}, []],
    [{ channel: "forslag" }, ["channel_required"]],
    [{ happenedOn: "2026-03-04" }, ["date_future"]],
    [{ happenedOn: "2024-03-04" }, ["date_old"]],
    [{ nextStep: "Ring" }, ["next_step_date"]],
    [{ nextStepOn: "2026-03-04" }, ["next_step_what"]],
    [{ nextStep: "Ring", nextStepOn: "2026-03-02" }, ["date_past"]],
    [{ nextStep: "Ring", nextStepOn: "2026-03-03" }, []],
    [{ note: "Ring 850101-1234 om hen" }, ["names_participant"]],
    [{ note: "Ring 0587-550 000, kl 10" }, []],
  ])("%j → %j", (more, expected) => expect(codes(more)).toEqual(expected));
});

describe("an employer's form", () => {
  const form = { organisationNumber: "16556016 0680", name: " Eken ", sector: "privat", appetite: "maybe" };
  const codes = (more: object) => {
    const parsed = employerFormSchema(today).safeParse({ ...form, ...more });
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  };
  test("reads the number as people write it", () => {
    expect(employerFormSchema(today).parse(form)).toMatchObject({
      organisationNumber: "556016-0680",
      name: "Eken",
    });
  });
  test.each([
    [{ organisationNumber: "55" }, ["number_pattern"]],
    [{ organisationNumber: "556016-0681" }, ["number_digit"]],
    [{ appetite: "yes", askAgainOn: "2026-06-01" }, ["ask_again_of_yes"]],
    [{ appetite: "not_now", askAgainOn: "2026-06-01" }, []],
    [{ appetite: "not_now" }, ["ask_again"]],
    [{ appetite: "not_now", askAgainOn: "2029-06-01" }, ["date_far"]],
  ])("%j → %j", (more, expected) => expect(codes(more)).toEqual(expected));
  test("a person needs a name, and a right to be invited to; a telephone number has digits", () => {
    expect(personSchema.safeParse({ name: "Kim", phone: "070-123 45 67" }).success).toBe(true);
    expect(personSchema.safeParse({ name: "Kim", phone: "ring mig" }).success).toBe(false);
    expect(personSchema.safeParse({}).success).toBe(false);
    const invited = { name: "Kim", email: "kim@eken.example", invite: "yes" };
    expect(personSchema.safeParse(invited).error?.issues).toMatchObject([
      { path: ["duty"], message: "duty_to_invite" },
    ]);
    expect(personSchema.safeParse({ ...invited, duty: "contact" }).success).toBe(true);
  });
});

describe("the register's address", () => {
  test("is read back as it was written, whatever the choices", () => {
    const search = fc.record({
      sok: fc.string({ maxLength: 80 }),
      kommun: fc.constantFrom("", "1884", "x"),
      sektor: fc.constantFrom("", "ideell", "okänd"),
      vilja: fc.constantFrom("", "yes", "not_now"),
      agare: fc.constantFrom("", "mig", "ingen", "annan", "alla"),
      fraga: fc.constantFrom("", "1"),
      tyst: fc.constantFrom("", "30", "31", "90"),
      ring: fc.constantFrom("", "4", "-1"),
      ordning: fc.constantFrom("", "tyst"),
    });
    fc.assert(
      fc.property(search, (choices) => {
        const parsed = parseEmployerSearch(new URLSearchParams(choices));
        expect(parseEmployerSearch(new URLSearchParams(employerSearchAddress(parsed)))).toEqual(parsed);
      }),
    );
  });
  test("an empty one narrows nothing", () => {
    expect(isNarrowed(parseEmployerSearch(new URLSearchParams("sida=3&ordning=tyst&sok=%20")))).toBe(false);
    expect(isNarrowed(parseEmployerSearch(new URLSearchParams("agare=ingen")))).toBe(true);
  });
  test.each([
    ["1", 1],
    ["2147483647", 2147483647],
    ["2147483648", null],
    ["0", null],
    ["1e3", null],
    ["-4", null],
    [null, null],
  ])("%s as an id is %s", (text, expected) => expect(readId(text)).toBe(expected));
});

describe("the guard against free labour", () => {
  const stay: fc.Arbitrary<HostedStay> = fc.record({
    person: fc.constantFrom("a", "b", "c"),
    reference: fc.constantFrom("R-1", null),
    kinds: fc.constantFrom(["praktik"] as const, ["skyddad"] as const),
    begunOn: fc.constant(today),
    weeks: fc.integer({ min: 1, max: 104 }),
    ledOn: fc.constantFrom(true, false, null),
  });
  const elsewhere = fc
    .record({ stays: fc.nat(9), ended: fc.nat(9), ledOn: fc.nat(9), weeks: fc.nat(200) })
    .filter(({ stays, ended, ledOn }) => ended <= stays && ledOn <= ended);

  test("numbers add up, and never more led on than ended", () => {
    fc.assert(
      fc.property(fc.array(stay), elsewhere, (own, others) => {
        const sum = summariseHosting(own, others);
        expect(sum.stays).toBe(own.length + others.stays);
        expect(sum.ledOn).toBeLessThanOrEqual(sum.ended);
        expect(sum.ended).toBeLessThanOrEqual(sum.stays);
        expect(sum.warnings.includes("repeated_person")).toBe(
          new Set(own.map(({ person }) => person)).size < own.length,
        );
      }),
    );
  });
  test("what became of fewer than five people of other associations cannot be told from the sums", () => {
    fc.assert(
      fc.property(fc.array(stay), elsewhere, (own, others) => {
        fc.pre(others.ended > 0 && others.ended < smallestTold);
        const alone = summariseHosting(own, nothingElsewhere);
        const { ended, ledOn, isOwnOnly } = summariseHosting(own, others);
        expect({ ended, ledOn, isOwnOnly }).toEqual({
          ended: alone.ended,
          ledOn: alone.ledOn,
          isOwnOnly: true,
        });
      }),
    );
  });
  const ended = (person: string, ledOn: boolean): HostedStay => ({
    person,
    reference: person,
    kinds: ["praktik"],
    begunOn: today,
    weeks: 8,
    ledOn,
  });
  test("five that ended and none that led on is a warning; one that did is none", () => {
    const five = ["a", "b", "c", "d", "e"].map((person) => ended(person, false));
    expect(summariseHosting(five, nothingElsewhere).warnings).toEqual(["none_led_on"]);
    expect(summariseHosting([...five.slice(1), ended("a", true)], nothingElsewhere).warnings).toEqual([]);
    expect(summariseHosting(five.slice(1), nothingElsewhere).warnings).toEqual([]);
  });
  test("longer than a year in a sheltered placement is a warning; where another kind may be meant it is not", () => {
    const long = { ...ended("a", false), weeks: 60 };
    expect(summariseHosting([{ ...long, kinds: ["skyddad"] }], nothingElsewhere).warnings).toEqual([
      "longer_than_kind",
    ]);
    expect(summariseHosting([{ ...long, kinds: ["skyddad", "praktik"] }], nothingElsewhere).warnings).toEqual(
      [],
    );
  });
});
