import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { canCase } from "#app/domain/profiles/referral-policy";
import { openSuggestions, type Suggestion, type SuggestionTurn } from "#app/domain/profiles/suggestion";
import { reachSuggestion } from "#app/services/profiles/move-suggestion.server";
import { withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import * as suggestions from "#db/queries/suggestions.server";

const suggestionsShown = 100;
const employersShown = 8;

/** The suggestions that somebody has to do something about: codes, never names. Errors: `forbidden`. */
export function listOpenSuggestions(
  actor: Actor,
): Promise<Outcome<{ rows: Suggestion[]; total: number; hidden: number }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!canCase(actor, "suggestion.list") || associationId === null) {
      await recordDenied(tx, actor, "suggestion.list", "");
      return fail("forbidden");
    }
    const found = await suggestions.listSuggestions(tx, associationId, openSuggestions, suggestionsShown);
    await recordEvent(tx, actor, {
      action: "suggestion.read",
      associationId,
      participantId: null,
      subject: "list",
      details: { count: found.rows.length },
    });
    return done(found);
  });
}

export type SuggestionPage = {
  suggestion: Suggestion;
  turns: SuggestionTurn[];
  /** Employers of the register that it may be. */
  employers: Awaited<ReturnType<typeof suggestions.suggestEmployers>>;
  /** Placements of the employer that has been contacted. */
  placements: Awaited<ReturnType<typeof suggestions.listPlacementsOf>>;
};

/** One suggestion with what can be done about it; `search` looks for another employer. Errors: `not_found`. */
export function readSuggestion(
  actor: Actor,
  id: string,
  search: string,
): Promise<Outcome<SuggestionPage, "not_found">> {
  return withActor(actor, async (tx) => {
    const suggestion = await reachSuggestion(tx, actor, id, "suggestion.read");
    if (!suggestion) return fail("not_found");
    const turns = await suggestions.listTurns(tx, [id]);
    const text = search.trim() || suggestion.workplace;
    return done({
      suggestion,
      turns: turns.get(id) ?? [],
      employers: await suggestions.suggestEmployers(tx, text, employersShown),
      placements: suggestion.employer ? await suggestions.listPlacementsOf(tx, suggestion.employer.id) : [],
    });
  });
}
