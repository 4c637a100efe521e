import type { AgreementContent, Session } from "#app/domain/agreements/content";
import {
  type ContentField,
  changedFields,
  type FieldClass,
  fieldClasses,
  same,
} from "#app/domain/agreements/field-classes";
import { startOfWeek, weeksIn } from "#app/domain/agreements/period";
import { hoursInWeek } from "#app/domain/agreements/step-plan";
import { dayAfter } from "#app/domain/organisations/day";
import type { Weekday } from "#app/domain/placements/vocabulary";
import { weekdays } from "#app/domain/placements/vocabulary";

/**
 * One readable difference. Dates are ISO dates, hours per week. The words come from `agreements:difference.*`:
 * "10 → 15 timmar per vecka från 3 juni", "Sista dag 17 april → 15 maj", "Torsdag 9.00–11.00 tas bort".
 */
export type Difference = { class: FieldClass; field: ContentField } & (
  | { what: "hours"; from: number; to: number; since: string; until: string | null }
  | { what: "first_day" | "last_day" | "report_due"; from: string; to: string }
  | { what: "session"; weekday: Weekday; from: Session[]; to: Session[] }
  | { what: "listed"; added: string[]; removed: string[] }
  | { what: "words"; part: string; from: string; to: string }
  | { what: "number"; part: string; from: number | null; to: number | null }
);

/** Everything that differs between two texts, in the order in which people read it. */
export function differencesOf(before: AgreementContent, after: AgreementContent): Difference[] {
  return changedFields(before, after).flatMap((field) => {
    const common = { class: fieldClasses[field], field };
    return partsOf(field, before, after).map((part): Difference => ({ ...common, ...part }) as Difference);
  });
}

type Part = Difference extends infer D ? (D extends Difference ? Omit<D, "class" | "field"> : never) : never;

function partsOf(field: ContentField, before: AgreementContent, after: AgreementContent): Part[] {
  switch (field) {
    case "period":
      return [
        ...date("first_day", before.period.startsOn, after.period.startsOn),
        ...date("last_day", before.period.endsOn, after.period.endsOn),
      ];
    case "stepPlan":
      return hours(before, after);
    case "schedule":
      return sessions(before.schedule, after.schedule);
    case "tasks":
    case "adaptations":
      return [
        ...listed(before[field].list, after[field].list),
        ...words("words", before[field].words, after[field].words),
      ];
    case "closedDays":
      return listed(before.closedDays.map(daysText), after.closedDays.map(daysText));
    case "goals":
      return listed(before.goals, after.goals);
    case "supervisor":
      return record(before.supervisor, after.supervisor);
    case "insurance":
      return record(before.insurance, after.insurance);
    case "workEnvironment":
      return [
        ...words("responsible", before.workEnvironment.responsible, after.workEnvironment.responsible),
        ...listed(before.workEnvironment.introduction, after.workEnvironment.introduction),
      ];
    case "costs":
      return [
        ...words("payer", before.costs.payer, after.costs.payer),
        ...numbers("perWeek", before.costs.perWeek, after.costs.perWeek),
        ...words("words", before.costs.words, after.costs.words),
      ];
    case "assignment":
      return [
        ...words("question", before.assignment?.question ?? "", after.assignment?.question ?? ""),
        ...numbers(
          "hoursPerWeek",
          before.assignment?.hoursPerWeek ?? null,
          after.assignment?.hoursPerWeek ?? null,
        ),
        ...numbers("weeks", before.assignment?.weeks ?? null, after.assignment?.weeks ?? null),
        ...date("report_due", before.assignment?.reportDueOn ?? "", after.assignment?.reportDueOn ?? ""),
      ];
    case "title":
    case "purpose":
    case "kind":
    case "confidentiality":
    case "parallel":
      return words(field, before[field], after[field]);
    // Parties are of another agreement; the schema's number is nobody's business.
    case "parties":
    case "schema":
      return [];
  }
}

/** An interval as `2026-07-06/2026-07-31` (ISO 8601): the reader's words are made of it. */
function daysText({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  return `${startsOn}/${endsOn}`;
}

function date(what: "first_day" | "last_day" | "report_due", from: string, to: string): Part[] {
  return from === to ? [] : [{ what, from, to }];
}

function words(part: string, from: string, to: string): Part[] {
  return from === to ? [] : [{ what: "words", part, from, to }];
}

function numbers(part: string, from: number | null, to: number | null): Part[] {
  return from === to ? [] : [{ what: "number", part, from, to }];
}

function record(before: Record<string, string>, after: Record<string, string>): Part[] {
  return Object.keys(after).flatMap((part) => words(part, before[part] ?? "", after[part] ?? ""));
}

function listed(before: readonly string[], after: readonly string[]): Part[] {
  const added = after.filter((one) => !before.includes(one));
  const removed = before.filter((one) => !after.includes(one));
  return added.length + removed.length === 0 ? [] : [{ what: "listed", added, removed }];
}

function sessions(before: readonly Session[], after: readonly Session[]): Part[] {
  return weekdays.flatMap((weekday): Part[] => {
    const from = before.filter((one) => one.weekday === weekday);
    const to = after.filter((one) => one.weekday === weekday);
    return same(from, to) ? [] : [{ what: "session", weekday, from, to }];
  });
}

/** Runs of weeks in which the planned hours differ alike; weeks that only one text has are told by its last day. */
function hours(before: AgreementContent, after: AgreementContent): Part[] {
  const shift = weeksShifted(before, after);
  const weeks = Math.min(weeksIn(after.period), weeksIn(before.period) - shift);
  const parts: Part[] = [];
  let run: { what: "hours"; from: number; to: number; since: string; until: string | null } | null = null;
  for (let week = Math.max(1, 1 - shift); week <= weeks; week++) {
    const from = hoursInWeek(before.stepPlan, week + shift);
    const to = hoursInWeek(after.stepPlan, week);
    if (run && (run.from !== from || run.to !== to)) {
      run.until = dayAfter(startOfWeek(after.period, week), -1);
      run = null;
    }
    if (from === to) continue;
    if (!run) {
      run = { what: "hours", from, to, since: startOfWeek(after.period, week), until: null };
      parts.push(run);
    }
  }
  return parts;
}

/** By how many weeks the later text begins after the earlier one. */
function weeksShifted(before: AgreementContent, after: AgreementContent): number {
  return before.period.startsOn <= after.period.startsOn
    ? weeksIn({ startsOn: before.period.startsOn, endsOn: after.period.startsOn }) - 1
    : 1 - weeksIn({ startsOn: after.period.startsOn, endsOn: before.period.startsOn });
}
