import { parseWithZod } from "@conform-to/zod/v4";
import { agreementFormSchema, draftOf } from "#app/domain/agreements/agreement-form";
import { submit, unwrap } from "#app/http/handler.server";
import { checkDraft } from "#app/services/agreements/check-draft.server";

/**
 * POST /overenskommelser/:id/andra/kontroll: what there is to mend in a text that is being written, as JSON. Nothing is saved.
 * `check` is null for what cannot be read yet (half a time of day is on its way to a whole one) and when nothing is a draft.
 */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const submission = parseWithZod(form, { schema: agreementFormSchema });
  const typed = submission.status === "success" ? submission.value : null;
  const checked = await checkDraft(actor, params.id ?? "", (before, people, isAmendment) =>
    typed ? draftOf(typed, before, people, isAmendment) : before,
  );
  if (!checked.ok && checked.code === "not_found") unwrap(checked);
  const check = checked.ok && typed ? checked.check : null;
  return Response.json(
    { check, revision: typed?.revision ?? 0 },
    { headers: { "Cache-Control": "no-store" } },
  );
});
