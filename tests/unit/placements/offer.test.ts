import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBegun, readAnswers, stepFields } from "#app/domain/placements/offer-answers";
import { hoursOf, readOffer, stepSchemas, unfinishedSteps } from "#app/domain/placements/offer-form";
import { hourPresets, weekPresets } from "#app/domain/placements/offer-hours";
import {
  listingOf,
  sectorOf,
  suggestTitle,
  typicalDemand,
  unknownDemands,
} from "#app/domain/placements/offer-listing";
import { after, offerStatuses, offerTransitions } from "#app/domain/placements/offer-status";
import { offerSteps, stepAfter, stepAt, stepBefore, stepPath } from "#app/domain/placements/offer-steps";
import { approvalSchema, decide, decisions, reviewSchemas } from "#app/domain/placements/review-decision";
import { findings, findingsOf, type ListingFacts } from "#app/domain/placements/review-findings";
import { demands, placementStatuses, tasks } from "#app/domain/placements/vocabulary";

const whole = {
  tasks: ["packning"],
  employerName: "Lådan AB",
  organisationNumber: "556703-7485",
  address: "Storgatan 1",
  locality: "Nora",
  hours: "two_a_day",
  weekdays: ["man"],
  weeks: "any",
  contactName: "Ulla",
  email: " Ulla@Ladan.example ",
  phone: "070-123 45 67",
  supervising: "self",
  capacity: "2",
};

describe("the steps", () => {
  test("lead from the first to the summary and back, each by an address of its own", () => {
    expect(offerSteps.map(stepAfter)).toEqual([...offerSteps.slice(1), "summary"]);
    expect(offerSteps.map(stepBefore)).toEqual([null, ...offerSteps.slice(0, -1)]);
    for (const step of offerSteps) expect(stepAt(stepPath(step).split("/").at(-1))).toBe(step);
    expect(stepAt("sammanfattning")).toBeNull();
  });

  test("what must be answered, and what may be left to the coordinator", () => {
    expect(unfinishedSteps({})).toEqual(["tasks", "employer", "place", "hours", "people"]);
    expect(unfinishedSteps(whole)).toEqual([]);
  });
});

describe("answers", () => {
  test("are kept exactly as typed, never longer than the form, and only the step's own", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...offerSteps),
        fc.array(
          fc.tuple(fc.constantFrom("tasks", "title", "email", "gor", "phone"), fc.string({ maxLength: 400 })),
        ),
        (step, sent) => {
          const kept = readAnswers(step, sent);
          expect(Object.keys(kept).sort()).toEqual([...stepFields[step]].sort());
          for (const [field, value] of Object.entries(kept)) {
            const typed = sent.filter(([name]) => name === field).map(([, text]) => text);
            if (Array.isArray(value)) {
              expect(value.every((text, place) => typed[place]!.startsWith(text))).toBe(true);
            } else expect((typed[0] ?? "").startsWith(value)).toBe(true);
            expect(JSON.stringify(value).length).toBeLessThan(40 * 500);
          }
        },
      ),
    );
    expect(isBegun("tasks", readAnswers("tasks", []))).toBe(true);
    expect(isBegun("employer", readAnswers("tasks", []))).toBe(false);
  });

  test("half a form is no offer, whichever field is missing", () => {
    expect(readOffer(whole)).toMatchObject({ people: { email: "ulla@ladan.example", capacity: 2 } });
    for (const field of Object.keys(whole)) expect(readOffer({ ...whole, [field]: "" }), field).toBeNull();
  });

  test.each([
    ["559817-0942", "organisation_number"],
    ["55981709", "organisation_number_digits"],
    ["", "required"],
  ])("the organisation number %s is answered with %s", (organisationNumber, code) => {
    const read = stepSchemas.employer.safeParse({
      employerName: "X",
      organisationNumber: organisationNumber || undefined,
    });
    expect(read.error?.issues.map(({ message }) => message)).toEqual([code]);
  });

  test.each(["5598170941", "559817-0941", "16559817-0941", "19811218-9876", "811218 9876"])(
    "the number %s is taken as it is written",
    (organisationNumber) => {
      const read = stepSchemas.employer.safeParse({ employerName: "X", organisationNumber });
      expect(read.data?.organisationNumber).toMatch(/^\d{6}-\d{4}$/);
    },
  );

  test("own hours have to fit each other; ready-made ones do", () => {
    const own = { ...whole, hours: "own", hoursMin: "20", hoursMax: "10", shortestDay: "12" };
    const codes = stepSchemas.hours.safeParse(own).error?.issues.map(({ message }) => message);
    expect(codes).toEqual(["hours_order", "day_longer_than_week"]);
    expect(stepSchemas.hours.safeParse({ ...whole, hours: "own" }).success).toBe(false);
    for (const { hoursMin, hoursMax, shortestDay } of Object.values(hourPresets)) {
      expect(hoursMin).toBeLessThanOrEqual(hoursMax);
      expect(shortestDay).toBeLessThanOrEqual(hoursMax);
    }
    expect(hourPresets.two_a_day).toMatchObject({ hoursMin: 2, shortestDay: 2 });
    for (const { weeksMin, weeksMax } of Object.values(weekPresets))
      expect(weeksMin).toBeLessThanOrEqual(weeksMax);
  });
});

describe("the listing of an offer", () => {
  test("has a level for every demand, the employer's own where there is one", () => {
    fc.assert(
      fc.property(
        fc.subarray([...tasks], { minLength: 1 }),
        fc.array(fc.constantFrom("0", "1", "2", "3", "unknown", ""), { minLength: 10, maxLength: 10 }),
        (chosen, said) => {
          const answers = Object.fromEntries(
            demands.map((demand, place) => [`demand_${demand}`, said[place]!]),
          );
          const offer = readOffer({ ...whole, ...answers, tasks: chosen })!;
          const listing = listingOf(offer, "Rubrik");
          for (const [place, demand] of demands.entries()) {
            const level = /^\d$/.test(said[place]!) ? Number(said[place]) : typicalDemand(demand, chosen);
            expect(listing.demands[demand]).toBe(level);
          }
          expect(unknownDemands(offer)).toHaveLength(said.filter((one) => !/^\d$/.test(one)).length);
          expect(listing).toMatchObject({ ...hoursOf(offer.hours), visibility: "public", capacity: 2 });
        },
      ),
    );
  });

  test("a title is suggested of the first two tasks", () => {
    const phrase = (task: string) => `Göra ${task}`;
    expect(suggestTitle([], phrase, "och")).toBe("");
    expect(suggestTitle(["kafe"], phrase, "och")).toBe("Göra kafe");
    expect(suggestTitle(["kafe", "bageri", "djur"], phrase, "och")).toBe("Göra kafe och göra bageri");
  });

  test.each([
    ["212000-1975", "kommun"],
    ["232100-0016", "region"],
    ["202100-5489", "stat"],
    ["802001-0000", "ideell"],
    ["556448-1397", "samhall"],
    ["559817-0941", "privat"],
    ["811218-9876", "privat"],
  ])("the number %s tells of sector %s", (number, sector) => expect(sectorOf(number)).toBe(sector));
});

describe("statuses", () => {
  test("every event from every status goes where the table says, or nowhere", () => {
    for (const from of offerStatuses) {
      for (const event of ["write", "send", "take_in", "publish", "approve", "ask_more", "refuse"] as const) {
        const rule = offerTransitions.find(
          (one) => one.event === event && (one.from as readonly string[]).includes(from),
        );
        expect(after(from, event)).toEqual(
          rule ? { ok: true, to: rule.to } : { ok: false, code: "wrong_status" },
        );
      }
    }
    for (const ended of ["approved", "refused"] as const) {
      expect(offerTransitions.filter(({ from }) => (from as readonly string[]).includes(ended))).toEqual([]);
    }
  });

  test("a decision is about a listing in review and nothing else", () => {
    for (const status of placementStatuses) {
      for (const decision of decisions) {
        const made = decide(decision, { status, claimed: 0 }, null);
        expect(made.ok).toBe(status === "in_review");
      }
    }
    expect(decide("more_needed", { status: "in_review", claimed: 0 }, "more_needed")).toMatchObject({
      ok: false,
    });
    expect(decide("approved", { status: "in_review", claimed: 0 }, "more_needed")).toEqual({
      ok: true,
      placement: "published",
      offer: "approved",
    });
  });

  test("a refusal needs a reason, a number to call, and words when the reason is 'other'", () => {
    const { refused } = reviewSchemas;
    expect(refused.safeParse({ phone: "0581-1" }).success).toBe(false);
    expect(refused.safeParse({ reasons: ["other"], phone: "0581-810 00" }).success).toBe(false);
    expect(refused.safeParse({ reasons: ["other"], note: "Vi ses.", phone: "0581-810 00" }).success).toBe(
      true,
    );
  });
});

describe("what stands out", () => {
  const calm: ListingFacts = {
    isClaim: false,
    employerVerified: true,
    hasPersonalNumber: false,
    supervisor: "Maj",
    hoursMin: 2,
    hoursMax: 10,
    capacity: 1,
    othersAtAddress: 0,
    workplaceKnown: false,
    pinKm: 0,
    othersWithPhone: 0,
  };
  test("nothing about an ordinary listing", () => expect(findingsOf(calm)).toEqual([]));
  test.each([
    [{ isClaim: true }, "claim"],
    [{ employerVerified: false }, "new_employer"],
    [{ hasPersonalNumber: true }, "personal_number"],
    [{ supervisor: " " }, "no_supervisor"],
    [{ hoursMax: 40 }, "wide_hours"],
    [{ capacity: 5 }, "many_at_once"],
    [{ othersAtAddress: 1 }, "shared_address"],
    [{ isClaim: true, workplaceKnown: true }, "known_workplace"],
    [{ pinKm: 16 }, "far_pin"],
    [{ othersWithPhone: 1 }, "same_phone"],
  ] as const)("%o says %s", (facts, finding) => expect(findingsOf({ ...calm, ...facts })).toContain(finding));
  test("each finding can be found", () => expect(findings).toHaveLength(10));
});

test("an approval answers all that the employer left open, and changes nothing that was known", () => {
  const schema = approvalSchema({ unknown: ["tempo", "buller"], supportUnknown: true, supportLevel: 1 });
  const empty = schema.safeParse({ kinds: ["praktik"] });
  expect(empty.error?.issues.map(({ path, message }) => [path[0], message])).toEqual(
    expect.arrayContaining([
      ["demand_tempo", "level"],
      ["demand_buller", "level"],
      ["supportLevel", "level"],
    ]),
  );
  const whole = { kinds: ["praktik"], demand_tempo: "0", demand_buller: "3", supportLevel: "2" };
  expect(schema.parse({ ...whole, demand_lyft: "3" })).toEqual({
    kinds: ["praktik"],
    demand_tempo: 0,
    demand_buller: 3,
    supportLevel: 2,
  });
  const known = approvalSchema({ unknown: [], supportUnknown: false, supportLevel: 1 });
  expect(known.parse({ kinds: ["praktik"], supportLevel: "3" })).toEqual({
    kinds: ["praktik"],
    supportLevel: 1,
  });
});
