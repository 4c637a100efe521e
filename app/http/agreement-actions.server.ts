import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { endFields, endFormSchema } from "#app/domain/agreements/end-form";
import {
  pauseFields,
  pauseFormSchema,
  resumeFields,
  resumeFormSchema,
} from "#app/domain/agreements/pause-form";
import { signFormSchema } from "#app/domain/agreements/sign-form";
import type { Actor } from "#app/domain/identity/actor";
import type { Outcome } from "#app/domain/outcome";
import { redirectWith, unwrap } from "#app/http/handler.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { pauseAgreement, resumeAgreement } from "#app/services/agreements/pause-agreement.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { signAgreement } from "#app/services/agreements/sign-agreement.server";

/** Why a form on an agreement's page was not taken, and what had been typed. `result`: what stands at its fields. */
export type Refused = { intent: string; code: string; typed: string; result: SubmissionResult | null };

export function refuse(intent: string, code: string, status = 409, more: Partial<Refused> = {}) {
  return data<Refused>({ intent, code, typed: "", result: null, ...more }, status);
}

/** A signature, a pause or an end, sent from a party's page; `here` is that page. Null: it was another form. */
export async function takeStep(actor: Actor, id: string, here: string, form: FormData) {
  return (await sign(actor, id, here, form)) ?? pauseOrEnd(actor, id, here, form);
}

/** A pause, a day to begin again or an end; `here` is where to go afterwards. Null: it was another form. */
export async function pauseOrEnd(actor: Actor, id: string, here: string, form: FormData) {
  const intent = String(form.get("gor") ?? "");
  if (intent === "avsluta") return end(actor, id, here, form);
  if (intent === "pausa") return pause(actor, id, here, form);
  if (intent === "borja-igen") return resume(actor, id, here, form);
  return null;
}

/** A signature; `here` is where to go afterwards. Null: it was another form. */
export async function sign(actor: Actor, id: string, here: string, form: FormData) {
  if (form.get("gor") !== "skriv-under") return null;
  const submission = parseWithZod(form, { schema: signFormSchema });
  const typedName = String(form.get("typed") ?? "").slice(0, 200);
  const refused = (code: string, status: number) => refuse("skriv-under", code, status, { typed: typedName });
  if (submission.status !== "success") {
    unwrap(await readAgreement(actor, id));
    return refused("form_expired", 400);
  }
  const { version, hash: hashRead, slot, typed } = submission.value;
  const signed = await signAgreement(actor, id, { version, hashRead, slot, typed });
  if (signed.ok) return redirectWith(here, signed.completes ? "agreement_in_force" : "agreement_signed");
  if (signed.code === "not_found") return unwrap(signed);
  return refused(signed.code, signed.code === "confirmation_wrong" ? 400 : 409);
}

async function end(actor: Actor, id: string, here: string, form: FormData) {
  const submission = parseWithZod(form, { schema: endFormSchema(actor.role) });
  const intent = `avsluta-${form.get("to") ?? ""}`;
  if (submission.status !== "success") {
    unwrap(await readAgreement(actor, id));
    return refuse(intent, "incomplete", 400, { result: submission.reply() });
  }
  const { initiative = null, ...input } = submission.value;
  const ended = await endAgreement(actor, id, { ...input, initiative });
  if (ended.ok)
    return redirectWith(here, actor.role === "participant" ? "agreement_left" : "agreement_ended");
  return refusedStep(ended, intent, endFields, submission);
}

async function pause(actor: Actor, id: string, here: string, form: FormData) {
  const submission = parseWithZod(form, { schema: pauseFormSchema(actor.role) });
  if (submission.status !== "success") {
    unwrap(await readAgreement(actor, id));
    return refuse("pausa", "incomplete", 400, { result: submission.reply() });
  }
  const { returnsOn = null, ...input } = submission.value;
  const paused = await pauseAgreement(actor, id, { ...input, returnsOn });
  if (paused.ok) return redirectWith(here, "agreement_paused");
  return refusedStep(paused, "pausa", pauseFields, submission);
}

async function resume(actor: Actor, id: string, here: string, form: FormData) {
  const submission = parseWithZod(form, { schema: resumeFormSchema });
  if (submission.status !== "success") {
    unwrap(await readAgreement(actor, id));
    return refuse("borja-igen", "incomplete", 400, { result: submission.reply() });
  }
  const resumed = await resumeAgreement(actor, id, submission.value.returnsOn);
  if (resumed.ok) return redirectWith(here, "agreement_resumed");
  return refusedStep(resumed, "borja-igen", resumeFields, submission);
}

/** What is not here is not found. What is mended in a field stands there, and in the form's summary: not a third time above the page. */
function refusedStep(
  outcome: Outcome & { ok: false },
  intent: string,
  fields: Partial<Record<string, string>>,
  submission: { reply: (options: { fieldErrors: Record<string, string[]> }) => SubmissionResult },
) {
  const { code } = outcome;
  if (code === "not_found") unwrap(outcome);
  const field = fields[code];
  const result = submission.reply({ fieldErrors: field ? { [field]: [code] } : {} });
  return refuse(intent, field ? "incomplete" : code, code.endsWith("_missing") ? 400 : 409, { result });
}
