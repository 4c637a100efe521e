import type { Risk } from "#app/domain/followups/followup";
import type { RhythmStep } from "#app/domain/followups/rhythm";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

const contact = (count: number, unit: "weeks" | "months", form: RhythmStep["form"]): RhythmStep => ({
  time: "after",
  count,
  unit,
  question: null,
  purpose: "contact",
  form,
});
const every = (
  count: number,
  unit: "weeks" | "months",
  from: number,
  form: RhythmStep["form"],
): RhythmStep => ({
  time: "every",
  count,
  unit,
  from,
  purpose: "contact",
  form,
});
const closing: RhythmStep = { time: "last_week", purpose: "closing", form: "mote" };

/** The four rhythms that the product comes with. domain.md "Rhythms are data". */
const shipped: Record<PlacementKind, RhythmStep[]> = {
  // Contact every second week.
  arbetsprovning: [every(2, "weeks", 2, "besok")],
  // A call after week 1, a visit the week after, then every fourth week, and a closing meeting in the last week.
  praktik: [
    contact(1, "weeks", "telefon"),
    contact(2, "weeks", "besok"),
    every(4, "weeks", 6, "telefon"),
    closing,
  ],
  // A call after week 1, a visit in week 2, a meeting with supervisor and participant after month 1, then every fourth
  // week, in week 7 whether to prolong or go on, and a closing meeting.
  arbetstraning: [
    contact(1, "weeks", "telefon"),
    { time: "in_week", week: 2, question: null, purpose: "contact", form: "besok" },
    contact(4, "weeks", "mote"),
    every(4, "weeks", 8, "telefon"),
    { time: "in_week", week: 7, question: "extend", purpose: "review", form: "mote" },
    closing,
  ],
  // Every month, a review every half year, and after twelve months at the longest: is it time to move on?
  skyddad: [
    every(1, "months", 1, "besok"),
    { time: "every", count: 6, unit: "months", from: 6, purpose: "review", form: "mote" },
    { time: "after", count: 12, unit: "months", question: "move_on", purpose: "review", form: "mote" },
  ],
};

/** Followed more closely: one more call in the first week, and what recurs comes twice as often. */
function closer(steps: readonly RhythmStep[]): RhythmStep[] {
  const oftener = steps.map((step): RhythmStep => {
    if (step.time !== "every" || step.purpose !== "contact") return step;
    return step.unit === "months"
      ? { ...step, count: 2, unit: "weeks", from: 2 }
      : { ...step, count: step.count / 2, from: step.from - step.count / 2 };
  });
  const calls = oftener.some((step) => step.time === "after" && step.count === 1 && step.unit === "weeks");
  return calls || oftener.some((step) => step.time === "every" && step.from === 1)
    ? oftener
    : [contact(1, "weeks", "telefon"), ...oftener];
}

/** The steps that count until an association has saved its own. */
export function shippedSteps(kind: PlacementKind, risk: Risk): RhythmStep[] {
  return risk === "closer" ? closer(shipped[kind]) : shipped[kind];
}
