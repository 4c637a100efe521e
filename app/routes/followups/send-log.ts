import { textOfError } from "#app/components/ui/form-field";
import { flashHeader } from "#app/http/flash.server";
import { submit } from "#app/http/handler.server";
import { takeLog, toldOf } from "#app/http/log-actions.server";
import { translator } from "#app/i18n/instance.server";
import { languageOf } from "#app/i18n/language";
import type { SendAnswer } from "#app/offline/send-answer";
import { readLogPage } from "#app/services/followups/log-page.server";

/**
 * A log that a phone had kept, of a planned contact (`followup`) or of an agreement (`agreement`); `anvandare`: who wrote it.
 * Answers JSON. The same log again is answered as the first time.
 */
export const action = submit(["coordinator", "coach"], async ({ actor, form, request }) => {
  const t = translator(languageOf(request), "visit");
  const answer = (body: SendAnswer, status: number, headers: HeadersInit = {}) =>
    Response.json(body, { status, headers: { "Cache-Control": "no-store", ...headers } });
  const text = (name: string) => String(form.get(name) ?? "");
  // Another user's session must not send what this one has written.
  if (text("anvandare") !== "" && text("anvandare") !== actor.userId)
    return answer({ ok: false, code: "other_user", errors: {} }, 409);
  const followup = text("followup");
  const of = followup ? { followupId: followup } : { agreementId: text("agreement") };
  const taken = await takeLog(actor, of, form);
  // What is wrong with a form is told only to somebody who reaches what it is about.
  if ("gone" in taken || ("refused" in taken && !(await readLogPage(actor, of)).ok))
    return answer({ ok: false, code: "not_found", errors: { "": t("error.not_found") } }, 404);
  if ("refused" in taken) {
    const found = Object.entries(taken.refused.result.error ?? {});
    const errors = found.map(([name, codes]) => [name, textOfError(t, codes?.[0] ?? "form_expired")]);
    return answer({ ok: false, code: "refused", errors: Object.fromEntries(errors) }, taken.status);
  }
  const { saved } = taken;
  return answer({ ok: true, ...saved }, 200, text("visa") === "1" ? flashHeader(toldOf(saved)) : {});
});
