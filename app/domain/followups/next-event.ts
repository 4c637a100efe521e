import type { FollowupForm } from "#app/domain/followups/followup";
import type { Appointment } from "#app/domain/profiles/plan-timeline";

/** What can be next for a participant: a day at the workplace, somebody who follows up, a first visit, an activity. */
export type EventKind = "work" | "contact" | Appointment["kind"];

/** Something with an hour or a day that the participant comes to. Dates are ISO dates, times "HH:MM". */
export type NextEvent = Omit<Appointment, "kind"> & {
  kind: EventKind;
  /** Of a day at work or a follow-up. */
  agreementId: string | null;
  /** What the day is spent with, in words. */
  tasks: string;
  /** How whoever is asked for is known. */
  recognise: string;
  /** Of a day at work whose end is not known. */
  hours: number | null;
  /** Of a follow-up. */
  form: FollowupForm | null;
};

export function eventOf(appointment: Appointment): NextEvent {
  return { ...appointment, agreementId: null, tasks: "", recognise: "", hours: null, form: null };
}

/**
 * All that are not over, the nearest first: by day, then by hour; what has no hour comes after what has one. Total: the same
 * events always have the same next one. `time` is HH:MM in Sweden now.
 */
export function eventsAhead(events: readonly NextEvent[], today: string, time: string): NextEvent[] {
  return events
    .filter((one) => {
      if (one.on !== today) return one.on > today;
      const end = one.endsAt ?? one.startsAt;
      return end === null || end >= time;
    })
    .sort(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        (a.startsAt ?? "24").localeCompare(b.startsAt ?? "24") ||
        a.key.localeCompare(b.key),
    );
}
