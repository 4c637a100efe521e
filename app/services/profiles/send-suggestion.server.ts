import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { canCase } from "#app/domain/profiles/referral-policy";
import { openSuggestions, type Suggestion, type SuggestionTurn } from "#app/domain/profiles/suggestion";
import type { SuggestionForm } from "#app/domain/profiles/suggestion-form";
import { isUuid } from "#app/domain/uuid";
import { moveSuggestionIn, recordOnSuggestion } from "#app/services/profiles/move-suggestion.server";
import { withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import { enqueue } from "#db/queries/jobs.server";
import * as suggestions from "#db/queries/suggestions.server";

/** The participant's own suggestions with their turns, the newest first. Errors: `forbidden`. */
export function listMySuggestions(
  actor: Actor,
): Promise<Outcome<{ suggestions: (Suggestion & { turns: SuggestionTurn[] })[] }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { participantId } = actor;
    if (!canCase(actor, "suggestion.send") || participantId === null) return fail("forbidden");
    const rows = await suggestions.listSuggestionsOf(tx, participantId);
    const turns = await suggestions.listTurns(
      tx,
      rows.map(({ id }) => id),
    );
    await recordEvent(tx, actor, {
      action: "suggestion.read",
      associationId: actor.associationId,
      participantId,
      subject: "own",
    });
    return done({ suggestions: rows.map((row) => ({ ...row, turns: turns.get(row.id) ?? [] })) });
  });
}

/** "Jag har hittat en arbetsplats själv." A form sent twice is one suggestion. Errors: `forbidden`, `not_found`. */
export function sendSuggestion(
  actor: Actor,
  form: SuggestionForm,
): Promise<Outcome<{ id: string }, "forbidden" | "not_found">> {
  return withActor(actor, async (tx) => {
    const { associationId, participantId } = actor;
    if (!canCase(actor, "suggestion.send") || associationId === null || participantId === null)
      return fail("forbidden");
    const isNew = await suggestions.insertSuggestion(tx, { associationId, participantId }, form);
    const suggestion = await suggestions.findSuggestion(tx, form.key);
    if (!suggestion) return fail("not_found");
    if (!isNew) return done({ id: form.key });
    await suggestions.addTurn(tx, actor, { associationId, suggestionId: form.key, from: null, to: "sent" });
    await recordOnSuggestion(tx, actor, suggestion, "suggestion.sent");
    await enqueue(tx, "announce_suggestion", { suggestionId: form.key });
    return done({ id: form.key });
  });
}

/** Takes a suggestion back, or changes the yes or no to a contact. Errors: `not_found`, `wrong_status`. */
export function answerOwnSuggestion(
  actor: Actor,
  id: string,
  answer: "withdraw" | "may_contact" | "may_not_contact",
): Promise<Outcome<object, "not_found" | "wrong_status">> {
  return withActor(actor, async (tx) => {
    const found = isUuid(id) ? await suggestions.findSuggestion(tx, id) : null;
    if (!found || !canCase(actor, "suggestion.send", found)) return fail("not_found");
    if (answer === "withdraw") {
      const moved = await moveSuggestionIn(tx, actor, found, { to: "withdrawn" });
      return moved.ok ? done() : fail("wrong_status");
    }
    const status = await suggestions.lockSuggestion(tx, id);
    // Once the workplace has been contacted, a no comes too late to be kept: taking it back is what is left.
    const isOpen = (openSuggestions as readonly string[]).includes(status ?? "");
    if (!isOpen || status === "contacted") return fail("wrong_status");
    await suggestions.setMayContact(tx, id, answer === "may_contact");
    await recordOnSuggestion(tx, actor, found, "suggestion.changed", {
      mayContact: answer === "may_contact",
    });
    return done();
  });
}
