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
  placements: [],
};
const today = "2026-03-03";

test("a case that has just been referred has one step", () => {
  expect(caseTimeline(row, today)).toEqual({
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
  const { steps } = caseTimeline({ ...row, mappedOn: "2026-02-01", proposals }, today);
  expect(steps.map(({ step }) => step)).toEqual(["referred", "mapped", "visit"]);
  expect(caseTimeline({ ...row, proposals: proposals.slice(0, 1) }, today).steps[1]?.step).toBe("looking");
});

test("who is at a placement stands there, whatever proposals there have been; when it ends, what came after counts", () => {
  const proposals = [
    { status: "agreed", updatedOn: "2026-01-20" },
    { status: "presented", updatedOn: "2026-02-27" },
  ];
  const stands = (...placements: { startsOn: string; endedOn: string | null }[]) =>
    caseTimeline({ ...row, proposals, placements }, today).steps.slice(1);
  const earlier = { startsOn: "2025-09-01", endedOn: "2025-12-01" };
  expect(stands(earlier, { startsOn: "2026-02-02", endedOn: null })).toEqual([
    { step: "placed", on: "2026-02-02" },
  ]);
  expect(stands({ startsOn: "2026-03-09", endedOn: null })).toEqual([{ step: "begins", on: "2026-03-09" }]);
  expect(stands({ startsOn: "2026-02-02", endedOn: "2026-02-27" })).toEqual([
    { step: "ended", on: "2026-02-27" },
    { step: "waiting_employer", on: "2026-02-27" },
  ]);
  expect(stands({ startsOn: "2026-02-02", endedOn: "2026-03-02" })).toEqual([
    { step: "ended", on: "2026-03-02" },
  ]);
});

test("a closed case ends with its last day", () => {
  const { isOpen, steps } = caseTimeline({ ...row, closedOn: "2026-03-01" }, today);
  expect(isOpen).toBe(false);
  expect(steps.at(-1)).toEqual({ step: "closed", on: "2026-03-01" });
});

test("a long purpose is cut at a whole word, so that lists stay lists", () => {
  const long =
    "Pröva om åtta timmar i veckan håller över tid, med stöd av en handledare som finns nära hela dagen";
  expect(caseTimeline({ ...row, purpose: long }, today).purpose).toBe(
    "Pröva om åtta timmar i veckan håller över tid, med stöd av en handledare som finns nära…",
  );
  expect(caseTimeline({ ...row, question: `  ${row.question}\n` }, today).question).toBe(row.question);
});
