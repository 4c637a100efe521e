import { mondayOf } from "#app/domain/agreements/period";
import { type Followup, isLate } from "#app/domain/followups/followup";
import type { Point } from "#app/domain/geo/point";
import { dayAfter } from "#app/domain/organisations/day";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** A planned contact of the coach's own, as a list may show it: a code, never a name. */
export type DayRow = Pick<Followup, "id" | "agreementId" | "purpose" | "form" | "dueOn" | "dueAt"> & {
  reference: string;
  employerName: string;
  locality: string;
  kind: PlacementKind;
  placementId: number;
  point: Point | null;
};
/** An agreement that has come to the coach: it took force, or a colleague handed it over. */
export type NewRow = {
  agreementId: string;
  reference: string;
  employerName: string;
  since: string;
  /** Who had it before; null for one that newly took force. */
  fromName: string | null;
  nextId: string | null;
  nextOn: string | null;
};

/** How long something is new. */
export const newDays = 7;
const lastMoment = "99:99";

/** The coach's own contacts by when they are due; what is a day or two late stands under today. */
export function partsOfDay<R extends DayRow>(rows: readonly R[], today: string) {
  const sunday = dayAfter(mondayOf(today), 6);
  const inOrder = rows.toSorted(
    (a, b) =>
      a.dueOn.localeCompare(b.dueOn) ||
      (a.dueAt ?? lastMoment).localeCompare(b.dueAt ?? lastMoment) ||
      a.reference.localeCompare(b.reference),
  );
  const late = inOrder.filter(({ dueOn }) => isLate({ status: "planned", dueOn }, today));
  return {
    late,
    today: inOrder.filter((row) => row.dueOn <= today && !late.includes(row)),
    week: inOrder.filter(({ dueOn }) => dueOn > today && dueOn <= sunday),
  };
}

/** Whether somebody goes there: a call and a message need no map. */
export function isVisit({ form }: Pick<DayRow, "form">): boolean {
  return form === "besok" || form === "mote";
}
