import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { logFormSchema } from "#app/domain/followups/log-form";
import { readLogRating } from "#app/domain/followups/rating-form";
import type { Actor } from "#app/domain/identity/actor";
import { redirectWith, unwrap } from "#app/http/handler.server";
import { dayOf, timeOf } from "#app/platform/clock.server";
import { type LogCode, type LogSaved, logContact } from "#app/services/followups/log-contact.server";
import { type Logged, readLogPage } from "#app/services/followups/log-page.server";

/** A log that was not taken: what stands at its fields, and the rating answers that had been chosen. */
export type LogRefused = { result: SubmissionResult; typed: Record<string, string> };
/** Which field is to be mended when the service says no. */
const fieldOf: Partial<Record<LogCode, string>> = { held_ahead: "heldOn", next_closed: "nextOn" };

/** Takes a log from its form: `saved`, or why not. `gone`: it is not there for whoever sends. */
export async function takeLog(
  actor: Actor,
  of: Logged,
  form: FormData,
): Promise<{ saved: LogSaved } | { refused: LogRefused; status: number } | { gone: true }> {
  // The ratings have names of their own, which are no part of this form's shape.
  const typed = Object.fromEntries(
    [...form].filter(
      (one): one is [string, string] => one[0].startsWith("skattning") && typeof one[1] === "string",
    ),
  );
  const rest = new FormData();
  for (const [name, value] of form)
    if (!name.startsWith("skattning") && value !== "") rest.append(name, value);
  const submission = parseWithZod(rest, { schema: logFormSchema });
  const refused = (result: SubmissionResult, status: number) => ({ refused: { result, typed }, status });
  if (submission.status !== "success") return refused(submission.reply(), 400);
  const saved = await logContact(actor, of, submission.value, readLogRating(form));
  if (saved.ok) return { saved };
  if (saved.code === "not_found") return { gone: true };
  return refused(submission.reply({ fieldErrors: { [fieldOf[saved.code] ?? ""]: [saved.code] } }), 409);
}

/** The same for an ordinary form: onwards with a message, or the form again. */
export async function submitLog(actor: Actor, of: Logged, here: string, form: FormData) {
  const taken = await takeLog(actor, of, form);
  if ("refused" in taken) {
    unwrap(await readLogPage(actor, of));
    return data<LogRefused>(taken.refused, taken.status);
  }
  if ("gone" in taken) {
    unwrap(await readLogPage(actor, of));
    throw new Response(null, { status: 404 });
  }
  const told = toldOf(taken.saved);
  if (told !== "contact_logged") return redirectWith(here, told);
  return redirectWith(actor.role === "coach" ? "/coach" : `${here.replace(/\/logga$/, "")}`, told);
}

/** The message of a log that was taken: alone, beside somebody else's, or beside one's own. */
export function toldOf({ others, isAgain }: LogSaved) {
  if (others.length > 0) return "contact_logged_further";
  return isAgain ? "contact_logged_again" : "contact_logged";
}

/** What the log's page shows, a fresh id for the log, and whose phone may keep it. */
export async function loadLog(actor: Actor, of: Logged) {
  const page = unwrap(await readLogPage(actor, of));
  const moment = new Date(page.now);
  return data(
    {
      page,
      id: crypto.randomUUID(),
      heldOn: dayOf(moment),
      heldAt: timeOf(moment),
      userId: actor.userId,
    },
    { headers: keptBy(actor, page.mayBeKept) },
  );
}

/** Says to the service worker that a page may be kept for this user, and for nobody else. docs/decisions/015. */
export function keptBy(actor: Actor, may = true): HeadersInit {
  return may && actor.userId !== null ? { "Sparas-For": actor.userId } : {};
}
