import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  milestoneDays,
  reportFacts,
  reportToWrite,
  waitsForStaff,
} from "#app/domain/followups/assignment-report";
import { dayAfter } from "#app/domain/organisations/day";
import { caseEvents, isNews } from "#app/domain/profiles/case-events";

const period = { startsOn: "2026-01-26", endsOn: "2026-04-17" };
const assignment = { question: "?", hoursPerWeek: 10, weeks: 12, reportDueOn: "2026-04-24" };
const content = { period, assignment };

describe("the milestones of an assignment", () => {
  test("half-way and the day that was agreed; without an assignment none", () => {
    expect(milestoneDays(content)).toEqual([
      { milestone: "halfway", day: "2026-03-07" },
      { milestone: "due", day: "2026-04-24" },
    ]);
    expect(milestoneDays({ period, assignment: null })).toEqual([]);
    const early = { ...assignment, reportDueOn: "2026-02-10" };
    expect(milestoneDays({ period, assignment: early })).toEqual([{ milestone: "due", day: "2026-02-10" }]);
  });

  test("a report is asked for a week before, and until it is sent; the later one replaces the one before", () => {
    expect(reportToWrite(content, [], "2026-02-27")).toBe(null);
    expect(reportToWrite(content, [], "2026-02-28")?.milestone).toBe("halfway");
    expect(reportToWrite(content, ["halfway"], "2026-03-20")).toBe(null);
    expect(reportToWrite(content, [], "2026-04-20")?.milestone).toBe("due");
    expect(reportToWrite(content, ["halfway", "due"], "2026-06-01")).toBe(null);
    expect(reportToWrite(content, ["due"], "2026-03-07")).toBe(null);
  });

  test("no day asks for a report that is sent, or for one whose milestone is more than a week ahead", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 200 }),
        fc.subarray(["halfway", "due"] as const),
        (days, sent) => {
          const today = dayAfter(period.startsOn, days);
          const found = reportToWrite(content, sent, today);
          if (!found) return;
          expect(sent).not.toContain(found.milestone);
          expect(dayAfter(found.day, -7) <= today).toBe(true);
        },
      ),
    );
  });
});

test("the facts are of the weeks that are over", () => {
  const week = (monday: string, planned: number, real: number) => ({
    monday,
    week: 1,
    planned,
    real,
    sick: 0,
    unwritten: 0,
    missing: 0,
  });
  const weeks = [week("2026-01-26", 4, 4), week("2026-02-02", 6, 3), week("2026-02-09", 6, 2)];
  expect(reportFacts(weeks, "2026-01-26", "2026-02-10")).toEqual({
    from: "2026-01-26",
    until: "2026-02-08",
    weeks: 2,
    planned: 10,
    real: 7,
    lastWeek: { planned: 6, real: 3 },
  });
  expect(reportFacts(weeks, "2026-01-26", "2026-01-27")).toMatchObject({ weeks: 0, lastWeek: null });
});

test("staff have something to answer when the case worker had the last word", () => {
  expect(waitsForStaff([])).toBe(false);
  expect(waitsForStaff([{ fromRole: "coach" }, { fromRole: "case_worker" }])).toBe(true);
  expect(waitsForStaff([{ fromRole: "case_worker" }, { fromRole: "coordinator" }])).toBe(false);
});

describe("what is new in a case", () => {
  const row = (kind: Parameters<typeof isNews>[0]["kind"], on: string, at: string | null = null) => ({
    participantId: "p",
    reference: "L-1",
    kind,
    on,
    at,
    agreementId: null,
    detail: kind === "proposal" ? "employer_no" : "",
  });
  const looked = "2026-03-02T10:00:00.000Z";

  test("what came after the last look; never what the case worker did", () => {
    expect(isNews(row("report", "2026-03-02", "2026-03-02T10:00:01.000Z"), looked, "2026-03-02")).toBe(true);
    expect(isNews(row("report", "2026-03-02", "2026-03-02T09:59:59.000Z"), looked, "2026-03-02")).toBe(false);
    expect(isNews(row("mapped", "2026-03-02"), looked, "2026-03-02")).toBe(false);
    expect(isNews(row("mapped", "2026-03-03"), looked, "2026-03-02")).toBe(true);
    expect(isNews(row("asked", "2026-03-03", "2026-03-03T10:00:00.000Z"), looked, "2026-03-02")).toBe(false);
    expect(isNews(row("mapped", "2020-01-01"), null, null)).toBe(true);
  });

  test("a no from an employer is a search that goes on; the latest stands first", () => {
    const events = caseEvents(
      [row("referred", "2026-01-01"), row("proposal", "2026-02-01", "2026-02-01T08:00:00.000Z")],
      null,
      null,
    );
    expect(events.map(({ kind, step }) => [kind, step])).toEqual([
      ["proposal", "looking"],
      ["referred", null],
    ]);
  });
});
