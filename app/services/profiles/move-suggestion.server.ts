import type { AuditAction } from "#app/domain/audit/actions";
import type { Actor } from "#app/domain/identity/actor";
import { fail, type Outcome } from "#app/domain/outcome";
import { canCase } from "#app/domain/profiles/referral-policy";
import {
  decideSuggestion,
  type Suggestion,
  type SuggestionGuardCode,
  type SuggestionStatus,
} from "#app/domain/profiles/suggestion";
import { isUuid } from "#app/domain/uuid";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { enqueue } from "#db/queries/jobs.server";
import * as suggestions from "#db/queries/suggestions.server";

export type SuggestionStep = {
  to: Exclude<SuggestionStatus, "sent">;
  reason?: string | null;
  answer?: string;
  employerId?: number;
  placementId?: number;
};
export type SuggestionMoveCode = "not_found" | "not_allowed" | "wrong_status" | SuggestionGuardCode;

/** Takes a suggestion up, or says that it is not possible. Errors: `not_found`, `not_allowed`, `wrong_status`, a guard's. */
export function moveSuggestion(
  actor: Actor,
  id: string,
  step: SuggestionStep,
): Promise<Outcome<object, SuggestionMoveCode>> {
  return withActor(actor, async (tx) => {
    const suggestion = await reachSuggestion(tx, actor, id, null);
    return suggestion ? moveSuggestionIn(tx, actor, suggestion, step) : fail("not_found");
  });
}

/** The same inside a transaction that has reached the suggestion. */
export async function moveSuggestionIn(
  tx: Tx,
  actor: Actor,
  suggestion: Suggestion,
  step: SuggestionStep,
): Promise<Outcome<object, SuggestionMoveCode>> {
  const from = await suggestions.lockSuggestion(tx, suggestion.id);
  if (from === null) return fail("not_found");
  const decision = decideSuggestion(from, step.to, {
    role: actor.role,
    mayContact: suggestion.mayContact,
    hasEmployer: step.employerId !== undefined || suggestion.employer !== null,
    hasPlacement: step.placementId !== undefined,
    reason: step.reason ?? null,
  });
  if (!decision.ok) return decision;
  await suggestions.saveTurn(tx, suggestion.id, { ...step, status: step.to });
  const { associationId, id: suggestionId } = suggestion;
  await suggestions.addTurn(tx, actor, { associationId, suggestionId, from, to: step.to });
  await recordOnSuggestion(tx, actor, suggestion, "suggestion.changed", { from, to: step.to });
  if (actor.role !== "participant") {
    await enqueue(tx, "mail_suggestion_moved", { suggestionId, to: step.to });
  }
  return decision;
}

/** The suggestion that a coordinator may work on; null, and the attempt written down, when there is none. */
export async function reachSuggestion(
  tx: Tx,
  actor: Actor,
  id: string,
  event: AuditAction | null,
): Promise<Suggestion | null> {
  const found = isUuid(id) ? await suggestions.findSuggestion(tx, id) : null;
  if (found && canCase(actor, "suggestion.change", found)) {
    if (event) await recordOnSuggestion(tx, actor, found, event);
    return found;
  }
  await recordDenied(tx, actor, "suggestion.change", id);
  return null;
}

/** Writes down what was done with a suggestion. */
export function recordOnSuggestion(
  tx: Tx,
  actor: Actor,
  suggestion: Pick<Suggestion, "id" | "associationId" | "participantId">,
  action: AuditAction,
  details?: Record<string, string | number | boolean | null>,
): Promise<void> {
  return recordEvent(tx, actor, {
    action,
    associationId: suggestion.associationId,
    participantId: suggestion.participantId,
    subject: suggestion.id,
    ...(details ? { details } : {}),
  });
}
