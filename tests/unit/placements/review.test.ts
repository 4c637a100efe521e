import fc from "fast-check";
import { expect, test } from "vitest";
import { type FieldChange, readSubject, writeSubject } from "#app/domain/organisations/entry-fields";
import { readOffer } from "#app/domain/placements/offer-form";
import { changedSinceQuestion, keptAtQuestion } from "#app/domain/placements/offer-question";
import { demands, levels, placementKinds } from "#app/domain/placements/vocabulary";

test("what an entry keeps of its fields is read back as it was, and old entries are a title alone", () => {
  const level = fc.constantFrom(...levels);
  const kinds = fc.uniqueArray(fc.constantFrom(...placementKinds), { minLength: 1 });
  const change: fc.Arbitrary<FieldChange> = fc.oneof(
    fc.record({
      field: fc.constantFrom(...demands, "support" as const),
      before: fc.option(level),
      after: level,
    }),
    fc.record({ field: fc.constant("kinds" as const), before: fc.option(kinds), after: kinds }),
  );
  const title = fc.string().map((text) => text.replaceAll("\n", " "));
  fc.assert(
    fc.property(title, fc.array(change), (said, changes) => {
      expect(readSubject(writeSubject(said, changes))).toEqual({ title: said, changes });
    }),
  );
  expect(readSubject("Packa lådor")).toEqual({ title: "Packa lådor", changes: [] });
});

test("what was changed since a question is told by field; what is kept of it is no answer of the offer", () => {
  const answers = { tasks: ["packning"], description: "Lådor", lat: "" };
  expect(changedSinceQuestion(answers)).toBeNull();
  const asked = { ...answers, ...keptAtQuestion(answers) };
  expect(changedSinceQuestion(asked)).toEqual([]);
  expect(changedSinceQuestion({ ...asked, description: " Lådor ", lon: "", weekdays: [] })).toEqual([]);
  const mended = { ...asked, description: "Lådor och påsar", tasks: ["packning", "kafe"], demand_lyft: "2" };
  expect(changedSinceQuestion(mended)).toEqual(["tasks", "description", "demand_lyft"]);
  // Asked again: the second question counts, and nothing piles up.
  const again = { ...mended, ...keptAtQuestion(mended) };
  expect(changedSinceQuestion(again)).toEqual([]);
  expect(Object.keys(again)).toHaveLength(Object.keys(mended).length);
  expect(readOffer(again)).toBeNull();
});
