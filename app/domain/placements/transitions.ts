import type { Role } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import { stepsOf } from "#app/domain/transition";

/** What decides a change besides who asks. */
export type PlacementState = { status: PlacementStatus /** Slots taken right now. */; claimed: number };
type Refusal = "slots_taken";
type Transition = {
  to: PlacementStatus;
  from: readonly PlacementStatus[];
  who: readonly Role[];
  guard?: (state: PlacementState) => Refusal | null;
};

/** domain.md "Placement": draft → in_review → published ⇄ paused → archived. */
export const transitions = [
  { to: "in_review", from: ["draft"], who: ["employer", "coordinator"] },
  { to: "published", from: ["draft", "in_review"], who: ["coordinator"] },
  { to: "published", from: ["paused"], who: ["employer", "coordinator"] },
  { to: "paused", from: ["published"], who: ["employer", "coordinator"] },
  {
    to: "archived",
    from: ["draft", "in_review", "published", "paused"],
    who: ["employer", "coordinator"],
    guard: nobodyHasIt,
  },
] as const satisfies readonly Transition[];

function nobodyHasIt({ claimed }: PlacementState): Refusal | null {
  return claimed > 0 ? "slots_taken" : null;
}

/** Whether somebody may change the status now. Errors: `wrong_status`, `slots_taken`. */
export function changeTo(
  state: PlacementState,
  to: PlacementStatus,
  who: Role,
): Outcome<{ to: PlacementStatus }, "wrong_status" | Refusal> {
  const rules: readonly Transition[] = transitions;
  const rule = rules.find((one) => one.to === to && one.from.includes(state.status) && one.who.includes(who));
  if (!rule) return fail("wrong_status");
  const refusal = rule.guard?.(state);
  return refusal ? fail(refusal) : done({ to });
}

/** What somebody can do with a placement in a status, in the order of the table. */
export function nextStatuses(status: PlacementStatus, who: Role): PlacementStatus[] {
  return stepsOf<PlacementStatus>(transitions, status, who);
}

/** A confirmation is about a listing that people can meet. */
export function canConfirm(status: PlacementStatus): boolean {
  return status === "published" || status === "paused";
}
