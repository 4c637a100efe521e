import type { PlanActivity } from "#app/domain/profiles/plan";

/** What a person's way is made of, in the order in which things of one day come. */
export const wayKinds = [
  "interest",
  "referred",
  "taken_up",
  "returned",
  "accepted",
  "mapped",
  "confirmed",
  "suggested",
  "suggestion_contacted",
  "suggestion_placement",
  "asked",
  "said_yes",
  "visit",
  "agreed",
  "activity",
  "closed",
] as const;
export type WayKind = (typeof wayKinds)[number];

/** One step of the way. `at` is an ISO moment when the hour is known; `on` and `until` are ISO dates. */
export type WayEvent = {
  key: string;
  kind: WayKind;
  on: string;
  until: string | null;
  at: string | null;
  /** What it is called, when its kind does not say it all. */
  title: string;
  /** Done, by its own status; a thing that was called off is not on the way at all. */
  isDone: boolean;
};

export type WayTime = "past" | "now" | "future";

/** The order of the way: day, hour (whole days first), kind, key. Total: the same things always come in the same order. */
export function compareEvents(a: WayEvent, b: WayEvent): number {
  return (
    a.on.localeCompare(b.on) ||
    (a.at ?? "").localeCompare(b.at ?? "") ||
    wayKinds.indexOf(a.kind) - wayKinds.indexOf(b.kind) ||
    a.key.localeCompare(b.key)
  );
}

/** When an event is, seen from a moment (ISO) on a day (ISO date). */
export function timeOf(event: WayEvent, now: string, today: string): WayTime {
  if (event.isDone) return "past";
  if (event.at !== null && event.until === null) {
    if (event.on === today) return event.at < now ? "past" : "now";
    return event.at < now ? "past" : "future";
  }
  if (event.on > today) return "future";
  return (event.until ?? event.on) < today ? "past" : "now";
}

/** The way in order, each step with its time. */
export function wayOf(events: readonly WayEvent[], now: string, today: string) {
  return [...events].sort(compareEvents).map((event) => ({ ...event, time: timeOf(event, now, today) }));
}

/** Something with an hour or a day that the participant comes to. */
export type Appointment = {
  key: string;
  kind: "visit" | "activity";
  title: string;
  /** ISO date, and HH:MM in Sweden when the hour is known. */
  on: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  wayThere: string;
  askFor: string;
  phone: string;
  bring: string;
  /** Of a visit: which placement, for its place on the map. */
  placementId: number | null;
};

/** What comes next: the first appointment that is not over. `time` is HH:MM in Sweden now, `today` an ISO date. */
export function nextAppointment<A extends Appointment>(
  appointments: readonly A[],
  today: string,
  time: string,
): A | null {
  const ahead = appointments.filter((one) => {
    if (one.on !== today) return one.on > today;
    const end = one.endsAt ?? one.startsAt;
    return end === null || end >= time;
  });
  return (
    ahead.sort(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        (a.startsAt ?? "").localeCompare(b.startsAt ?? "") ||
        a.key.localeCompare(b.key),
    )[0] ?? null
  );
}

/** The activities that can be somebody's next appointment. */
export function appointmentsOf(activities: readonly PlanActivity[]): Appointment[] {
  return activities
    .filter(({ status }) => status === "planned" || status === "ongoing")
    .map((activity) => ({
      key: activity.id,
      kind: "activity",
      title: activity.title,
      on: activity.startsOn,
      startsAt: activity.startsAt,
      endsAt: activity.endsAt,
      place: activity.place,
      wayThere: activity.wayThere,
      askFor: activity.askFor,
      phone: activity.phone,
      bring: activity.bring,
      placementId: null,
    }));
}

/** A way there, one step a line, as staff wrote it. */
export function stepsThere(wayThere: string): string[] {
  return wayThere
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\d+[.)]\s*/, "").trim())
    .filter((line) => line !== "");
}
