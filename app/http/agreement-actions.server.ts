import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { endFormSchema } from "#app/domain/agreements/end-form";
import { signFormSchema } from "#app/domain/agreements/sign-form";
import type { Actor } from "#app/domain/identity/actor";
import { redirectWith, unwrap } from "#app/http/handler.server";
import { endAgreement } from "#app/services/agreements/end-agreement.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";
import { signAgreement } from "#app/services/agreements/sign-agreement.server";

/** Why a form on an agreement's page was not taken, and what had been typed. */
export type Refused = { intent: string; code: string; typed: string };

/** A signature or an end, sent from whichever party's page; `here` is that page. Null: it was another form. */
export async function signOrEnd(actor: Actor, id: string, here: string, form: FormData) {
  const intent = String(form.get("gor") ?? "");
  if (intent === "skriv-under") return sign(actor, id, here, form);
  if (intent === "avsluta") return end(actor, id, here, form);
  return null;
}

async function sign(actor: Actor, id: string, here: string, form: FormData) {
  const submission = parseWithZod(form, { schema: signFormSchema });
  const refused = (code: string, status: number) =>
    data<Refused>(
      { intent: "skriv-under", code, typed: String(form.get("typed") ?? "").slice(0, 200) },
      status,
    );
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
  const submission = parseWithZod(form, { schema: endFormSchema });
  const to = String(form.get("to") ?? "");
  const refused = (code: string, status: number) =>
    data<Refused>({ intent: `avsluta-${to}`, code, typed: "" }, status);
  if (submission.status !== "success") {
    unwrap(await readAgreement(actor, id));
    return refused(Object.values(submission.error ?? {})[0]?.[0] ?? "reason_missing", 400);
  }
  const { initiative = null, ...input } = submission.value;
  const ended = await endAgreement(actor, id, { ...input, initiative });
  if (ended.ok) return redirectWith(here, "agreement_ended");
  if (ended.code === "not_found") return unwrap(ended);
  return refused(ended.code, ended.code.endsWith("_missing") ? 400 : 409);
}
