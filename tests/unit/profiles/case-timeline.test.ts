import { expect, test } from "vitest";
import { caseTimeline } from "#app/domain/profiles/case-timeline";

const row = {
  reference: "L-0714",
  referralId: "5f0c7c1e-8a43-4a4e-9f0e-0d6c1b6f0a11",
  purpose: "Pröva 8 timmar i veckan",
  question: "Hur många timmar håller?",
  referredOn: "2026-01-10",
  mappedOn: null,
  closedOn: null,
  isOpened: false,
  proposals: [],
};

test("a case that has just been referred has one step", () => {
  expect(caseTimeline(row)).toEqual({
    reference: "L-0714",
    referralId: row.referralId,
    purpose: row.purpose,
    question: row.question,
    isOpen: true,
    isOpened: false,
    steps: [{ step: "referred", on: "2026-01-10" }],
  });
});

test("the proposal that has come furthest counts, a no is a search that goes on", () => {
  const proposals = [
    { status: "employer_no", updatedOn: "2026-02-20" },
    { status: "visit_booked", updatedOn: "2026-02-18" },
    { status: "presented", updatedOn: "2026-02-19" },
  ];
  const { steps } = caseTimeline({ ...row, mappedOn: "2026-02-01", proposals });
  expect(steps.map(({ step }) => step)).toEqual(["referred", "mapped", "visit"]);
  expect(caseTimeline({ ...row, proposals: proposals.slice(0, 1) }).steps[1]?.step).toBe("looking");
});

test("a closed case ends with its last day", () => {
  const { isOpen, steps } = caseTimeline({ ...row, closedOn: "2026-03-01" });
  expect(isOpen).toBe(false);
  expect(steps.at(-1)).toEqual({ step: "closed", on: "2026-03-01" });
});

test("a long purpose is cut at a whole word, so that lists stay lists", () => {
  const long =
    "Pröva om åtta timmar i veckan håller över tid, med stöd av en handledare som finns nära hela dagen";
  expect(caseTimeline({ ...row, purpose: long }).purpose).toBe(
    "Pröva om åtta timmar i veckan håller över tid, med stöd av en handledare som finns nära…",
  );
  expect(caseTimeline({ ...row, question: `  ${row.question}\n` }).question).toBe(row.question);
});
