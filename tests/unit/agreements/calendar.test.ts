import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarEvents } from "#app/domain/agreements/calendar-events";
import type { AgreementContent } from "#app/domain/agreements/content";
import { type CalendarEvent, iCalendar } from "#app/domain/icalendar";
import { isHoliday } from "#app/platform/holidays.server";
import { exampleDocument } from "#tests/support/factories/agreement-document";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const id = "00000000-0000-4000-8000-000000000001";
function events(
  change: Partial<AgreementContent> = {},
  endedOn: string | null = null,
  pauses: { from: string; until: string | null }[] = [],
): CalendarEvent[] {
  const { version } = exampleDocument({}, { ...exampleContent, ...change });
  return calendarEvents({ id, version, endedOn, pauses }, { isHoliday }, "praktikkartan.example");
}
/** What a calendar reads: lines put together again, texts as they were. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "");
const event = (change: Partial<CalendarEvent>): CalendarEvent => ({ ...events()[0]!, ...change });

describe("the days of an agreement", () => {
  test("are those of its week, between the first and the last day", () => {
    const days = events().map(({ day, from, to }) => `${day} ${from}–${to}`);
    expect(days.slice(0, 4)).toEqual([
      "2026-01-26 09:00–12:00",
      "2026-01-28 09:00–12:00",
      "2026-01-29 09:00–11:30",
      "2026-02-02 09:00–12:00",
    ]);
    expect(days.at(-1)).toBe("2026-04-16 09:00–11:30");
  });

  test("are not on Swedish holidays, the three eves included, nor when the workplace is closed", () => {
    const period = { startsOn: "2026-01-01", endsOn: "2026-12-31" };
    const schedule = (["man", "tis", "ons", "tors", "fre"] as const).map((weekday) => ({
      ...exampleContent.schedule[0]!,
      weekday,
    }));
    const closedDays = [{ startsOn: "2026-07-06", endsOn: "2026-07-31" }];
    const days = new Set(events({ period, schedule, closedDays }).map(({ day }) => day));
    const holidays = ["2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14"];
    const eves = ["2026-06-19", "2026-12-24", "2026-12-31"];
    for (const day of [...holidays, ...eves, "2026-07-06", "2026-07-31"]) expect(days).not.toContain(day);
    for (const day of ["2026-01-05", "2026-04-30", "2026-07-03", "2026-08-03", "2026-12-23"])
      expect(days).toContain(day);
  });

  test("end when it ended", () => {
    expect(events({}, "2026-02-02").at(-1)!.day).toBe("2026-02-02");
  });

  test("are not within a pause, and after one without an end there are none", () => {
    const pauses = [
      { from: "2026-01-28", until: "2026-02-01" },
      { from: "2026-02-04", until: null },
    ];
    expect(events({}, null, pauses).map(({ day }) => day)).toEqual(["2026-01-26", "2026-02-02"]);
  });

  test("have ids of their own that a later version keeps", () => {
    const ids = events().map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    const later = events({ schedule: exampleContent.schedule.map((one) => ({ ...one, to: "12:30" })) });
    expect(later.map(({ uid }) => uid)).toEqual(ids);
  });

  test("say where, and nothing about the person, the kind or the purpose", () => {
    const text = unfolded(iCalendar("2026-0142", events()));
    expect(text).toContain("SUMMARY:Växthuset\r\n");
    expect(text).toContain("LOCATION:Silverbäckens Handelsträdgård\\, Silvergatan 1\\, Lindesberg\r\n");
    expect(text).not.toMatch(/arbetspr|L-0714|timmar|Försäkringskassan|Robin/i);
  });
});

describe("the file", () => {
  test("is a calendar by Sweden's clock, line by line", () => {
    const text = unfolded(iCalendar("2026-0142", events()));
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
    expect(text).toContain("DTSTART;TZID=Europe/Stockholm:20260126T090000\r\n");
    expect(text).toContain("DTSTAMP:20260122T130500Z\r\n");
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(events().length);
  });

  test("escapes what has a meaning of its own", () => {
    const text = iCalendar("x", [event({ summary: "Kök; bageri, \\ och\nkafé\u0007" })]);
    expect(text).toContain("SUMMARY:Kök\\; bageri\\, \\\\ och\\nkafé\r\n");
  });

  test("no line is longer than 75 octets, and no text is lost, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
        const text = iCalendar("x", [event({ summary })]);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const read = /\r\nSUMMARY:(.*?)\r\nLOCATION/s.exec(unfolded(text))![1]!;
        const meant = read.replace(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign));
        expect(meant).toBe(summary.replace(/\r\n|\r/g, "\n").replace(/[^\P{Cc}\n]/gu, ""));
      }),
    );
  });
});
