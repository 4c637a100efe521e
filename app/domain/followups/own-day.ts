import type { FeltDay } from "#app/domain/followups/feeling";
import type { NextEvent } from "#app/domain/followups/next-event";
import type { Workday } from "#app/domain/followups/next-workday";

/** A day of the week that is shown; `state`: what became of it, or what is to come. */
export type WeekDay = Workday & { state: "done" | "absent" | "passed" | "next" | "later" };

/** One agreement in force, as the own page shows it. Dates are ISO dates. */
export type OwnPlacement = {
  agreementId: string;
  startsOn: string;
  title: string;
  workplace: string;
  /** The days of this week on which somebody is expected, and the hours of the next; null after the last week. */
  week: WeekDay[];
  hoursThisWeek: number;
  hoursNextWeek: number | null;
  /** The next day that can be said no to. */
  next: string | null;
  /** The days from today on of which it is told that the participant does not come; `isOpen`: it can be taken back. */
  absences: { day: string; isOpen: boolean }[];
  /** The pause that goes on or comes. */
  pause: { from: string; until: string | null } | null;
  supervisor: { name: string; phone: string };
};

/** What it is called beside the person's others: its workplace, or its title where several are at one. "" when alone. */
export function nameBeside(placement: OwnPlacement, all: readonly OwnPlacement[]): string {
  if (all.length === 1) return "";
  const there = all.filter(({ workplace }) => workplace === placement.workplace);
  return there.length > 1 ? placement.title : placement.workplace;
}

export type OwnDay = {
  today: string;
  next: NextEvent | null;
  /** What is after it, the nearest first. */
  later: NextEvent[];
  placements: OwnPlacement[];
  /** Who follows up: the agreement's contact when there is one. */
  coach: { name: string; email: string | null; phone: string } | null;
  feelings: FeltDay[];
};
