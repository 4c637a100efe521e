import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disagreementDays, disagreementIn, disagreementsOf } from "#app/domain/followups/disagreement";
import { placeOf } from "#app/domain/followups/form-place";
import { inLanguage, ratingItemsSchema } from "#app/domain/followups/instrument";
import { fieldsOf, readInstrumentForm } from "#app/domain/followups/instrument-form";
import { type Answer, type Rating, ratingParties, scale, skipReasons } from "#app/domain/followups/rating";
import {
  answerField,
  logField,
  readLogRating,
  readRatingForm,
  unanswered,
} from "#app/domain/followups/rating-form";
import { latestOf, trendOf } from "#app/domain/followups/rating-trend";
import { shippedInstrument } from "#app/domain/followups/shipped-instrument";
import { dayAfter } from "#app/domain/organisations/day";

const { items } = shippedInstrument;
const ids = items.map(({ id }) => id);
const day0 = "2026-03-02";
const rating = (of: Partial<Rating> & Pick<Rating, "party" | "answers">): Rating => ({
  day: day0,
  code: "grund",
  version: 1,
  way: of.party === "coach" ? "log" : of.party === "supervisor" ? "link" : "own",
  byName: "",
  savedAt: `${of.day ?? day0}T10:00:00.000Z`,
  ...of,
});

const answer: fc.Arbitrary<Answer> = fc.constantFrom<Answer>(...scale, ...skipReasons);
const anyRating: fc.Arbitrary<Rating> = fc
  .record({
    party: fc.constantFrom(...ratingParties),
    days: fc.integer({ min: 0, max: 200 }),
    answers: fc.dictionary(fc.constantFrom(...ids), answer, { minKeys: 1 }),
    way: fc.constantFrom<Rating["way"]>("own", "link", "log"),
    minutes: fc.integer({ min: 0, max: 59 }),
  })
  .map(({ days, minutes, ...rest }) => {
    const day = dayAfter(day0, days);
    return rating({ ...rest, day, savedAt: `${day}T10:${String(minutes).padStart(2, "0")}:00.000Z` });
  });
const anyRatings = fc.array(anyRating, { maxLength: 40 });

describe("the shipped statements", () => {
  test("are the six of the field, in both languages, with one about health", () => {
    expect(ids).toEqual(["trivs", "uppgifter", "tempo", "stod", "ork", "nasta_steg"]);
    expect(ratingItemsSchema.parse(items)).toEqual(items);
    expect(items.filter(({ isHealth }) => isHealth).map(({ id }) => id)).toEqual(["ork"]);
    for (const item of items) expect(inLanguage(item.plain, "en")).not.toBe(inLanguage(item.plain, "sv"));
  });
});

describe("a trend", () => {
  test("own words count before what was noted about them the same day; else what was saved last", () => {
    const noted = rating({
      party: "participant",
      answers: { tempo: 5 },
      way: "log",
      savedAt: `${day0}T15:00:00Z`,
    });
    const own = rating({ party: "participant", answers: { tempo: 2 } });
    expect(trendOf([own, noted], "grund", "tempo").participant).toEqual([
      { day: day0, answer: 2, way: "own" },
    ]);
    const again = rating({ party: "participant", answers: { tempo: 3 }, savedAt: `${day0}T16:00:00Z` });
    expect(latestOf(trendOf([again, own, noted], "grund", "tempo")).participant?.answer).toBe(3);
  });

  test("has one point a party and day, in order, whatever the order of the ratings", () => {
    fc.assert(
      fc.property(anyRatings, fc.constantFrom(...ids), (ratings, item) => {
        const trend = trendOf(ratings, "grund", item);
        for (const party of ratingParties) {
          const days = trend[party].map(({ day }) => day);
          expect(days).toEqual([...new Set(days)].sort());
          const asked = ratings.filter((one) => one.party === party && one.answers[item] !== undefined);
          expect(new Set(days)).toEqual(new Set(asked.map(({ day }) => day)));
        }
      }),
    );
  });
});

describe("a disagreement", () => {
  const said = (participant: Answer, supervisor: Answer, later = 0) => [
    rating({ party: "participant", answers: { tempo: participant } }),
    rating({ party: "supervisor", answers: { tempo: supervisor }, day: dayAfter(day0, later) }),
  ];
  const of = (ratings: readonly Rating[]) =>
    disagreementIn(trendOf(ratings, "grund", "tempo"), "grund", "tempo");

  test.each([
    ["2 and 5", said(2, 5), 3],
    ["2 and 4", said(2, 4), 2],
    ["3 and 4 is none", said(3, 4), 0],
    ["who skips has no answer", said("vet_inte", 5), 0],
    ["45 days between", said(2, 5, disagreementDays), 3],
    ["longer than that is another time", said(2, 5, disagreementDays + 1), 0],
  ])("%s", (_, ratings, spread) => {
    expect(of(ratings)?.spread ?? 0).toBe(spread);
  });

  test("only the latest counts, and a skipped one takes the answer before it away", () => {
    const before = said(1, 5);
    const later = dayAfter(day0, 3);
    expect(of([...before, rating({ party: "participant", answers: { tempo: 4 }, day: later })])).toBeNull();
    expect(
      of([...before, rating({ party: "participant", answers: { tempo: "vill_inte" }, day: later })]),
    ).toBeNull();
    expect(of([...before, rating({ party: "coach", answers: { tempo: 3 }, day: later })])).toMatchObject({
      since: later,
      answers: { participant: 1, supervisor: 5, coach: 3 },
    });
  });

  test("is two or more of the latest answers, never of one party alone, and the same in any order", () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const found = disagreementsOf(ratings);
        for (const { code, item, answers, spread, since } of found) {
          const values = Object.values(answers);
          expect(values.length).toBeGreaterThanOrEqual(2);
          expect(Math.max(...values) - Math.min(...values)).toBe(spread);
          expect(spread).toBeGreaterThanOrEqual(2);
          const latest = latestOf(trendOf(ratings, code, item));
          for (const [party, value] of Object.entries(answers)) {
            const point = latest[party as Rating["party"]]!;
            expect(point.answer).toBe(value);
            expect(point.day <= since && point.day >= dayAfter(since, -disagreementDays)).toBe(true);
          }
        }
        for (const party of ratingParties)
          expect(disagreementsOf(ratings.filter((one) => one.party === party))).toEqual([]);
      }),
    );
  });
});

describe("forms", () => {
  test("a quick log says what it was told, and nothing else", () => {
    const person = fc.dictionary(fc.constantFrom(...ids), answer, { minKeys: 1 });
    fc.assert(
      fc.property(fc.record({ participant: person, coach: person }), fc.string(), (parties, noise) => {
        const fields: [string, unknown][] = [
          ["skattning", "grund.1"],
          ["skattning.chef.tempo", "4"],
          [noise, noise],
        ];
        for (const [party, answers] of Object.entries(parties))
          for (const [item, said] of Object.entries(answers))
            fields.push([logField(party as Rating["party"], item), String(said)]);
        expect(readLogRating(fields)).toEqual({ code: "grund", version: 1, parties });
      }),
    );
    expect(
      readLogRating([
        ["skattning", "grund.1"],
        ["skattning.coach.tempo", "6"],
      ]),
    ).toBeNull();
    expect(readLogRating([["skattning.coach.tempo", "4"]])).toBeNull();
  });

  test("a form of several people keeps what was typed, each for the own agreement", () => {
    const [one, other] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
    const fields = [one, other].flatMap((id, index): [string, string][] => [
      [placeOf(index), id],
      [`${placeOf(index)}.skattning`, "grund.1"],
      [answerField(placeOf(index), "tempo"), index === 0 ? "4" : "hej"],
    ]);
    expect(readRatingForm(fields)).toEqual([
      { agreementId: one, code: "grund", version: 1, answers: { tempo: 4 }, typed: { tempo: "4" } },
      { agreementId: other, code: "grund", version: 1, answers: {}, typed: { tempo: "hej" } },
    ]);
    expect(unanswered(items, { tempo: "vill_inte", ork: 1 })).toEqual([
      "trivs",
      "uppgifter",
      "stod",
      "nasta_steg",
    ]);
  });

  test("the editor gives back what it shows; a new statement gets an id that no version has had", () => {
    const shown = fieldsOf(shippedInstrument);
    expect(readInstrumentForm(shown, new Set())).toEqual({ name: shippedInstrument.name, items, errors: {} });
    const { items: read } = readInstrumentForm(
      { ...shown, "p5.id": "", "p2.statement.sv": "" },
      new Set(["p1"]),
    );
    expect(read.map(({ id }) => id)).toEqual(["trivs", "uppgifter", "tempo", "stod", "ork", "p2"]);
  });

  test("an emptied statement is taken away; a half one is asked about", () => {
    const shown = fieldsOf(shippedInstrument);
    const without = { ...shown, "p0.statement.sv": "", "p0.plain.sv": " ", "p0.topic.sv": "" };
    expect(readInstrumentForm(without, new Set()).items.map(({ id }) => id)).toEqual(ids.slice(1));
    expect(readInstrumentForm({ ...shown, name: "", "p1.plain.sv": "" }, new Set()).errors).toEqual({
      name: ["name_missing"],
      "p1.plain.sv": ["plain_missing"],
    });
    expect(readInstrumentForm({ name: "Våra" }, new Set()).errors).toEqual({
      "p0.statement.sv": ["no_items"],
    });
  });
});
