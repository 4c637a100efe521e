import type { AgreementStep } from "#app/domain/agreements/agreement-status";
import type { AgreementState } from "#app/domain/agreements/state";

/** How the reader may end it now: what has not begun never came about, for whoever may say so; else it ends early. */
export function wayToEnd(agreement: {
  steps: readonly AgreementStep[];
  state: AgreementState;
}): "ended_early" | "cancelled" | null {
  const { steps, state } = agreement;
  const isAhead = ["draft", "waiting", "ready_to_start"].includes(state.name);
  if (isAhead && steps.includes("cancelled")) return "cancelled";
  return steps.includes("ended_early") ? "ended_early" : null;
}
