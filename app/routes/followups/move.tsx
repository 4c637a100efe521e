import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { whatText } from "#app/components/followups/followup-words";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { followupForms } from "#app/domain/followups/followup";
import { type MoveForm, moveFormSchema } from "#app/domain/followups/move-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDay } from "#app/i18n/format";
import { moveTo, readMove } from "#app/services/followups/move-followup.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const { followup, agreement } = unwrap(await readMove(actor, params.id ?? ""));
  const { step, purpose, form, dueOn, dueAt, status, agreementId } = followup;
  return { followup: { step, purpose, form, dueOn, dueAt, status, agreementId }, agreement };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const submission = parseWithZod(form, { schema: moveFormSchema });
  if (submission.status !== "success") {
    unwrap(await readMove(actor, id));
    return data({ result: submission.reply() }, 400);
  }
  const moved = await moveTo(actor, id, submission.value);
  if (moved.ok) return redirectWith(`/overenskommelser/${moved.agreementId}`, "followup_moved");
  if (moved.code === "not_found" || moved.code === "wrong_status") return unwrap(moved);
  return data({ result: submission.reply({ fieldErrors: { dueOn: [moved.code] } }) }, 409);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "followups:move.title" };

/** Another day for a planned follow-up, and why. */
export default function MoveFollowup() {
  const { followup, agreement } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts(["followups", "agreements"]);
  const ns = "followups";
  const [form, fields] = useForm<MoveForm>({
    id: "flytta",
    lastResult: answer && "result" in answer ? answer.result : null,
    defaultValue: { dueOn: followup.dueOn, dueAt: followup.dueAt ?? "", form: followup.form },
  });
  const at = `/overenskommelser/${agreement.id}`;
  const who = agreement.reference ?? agreement.employerName;
  const what = whatText(t, followup);
  const isPlanned = followup.status === "planned";
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/uppfoljningar", text: t("list.title") },
          { to: at, text: agreement.number },
        ]}
        here={t("move.crumb")}
      />
      <PageTitle
        title={t("move.title")}
        lead={t("move.lead", { what, who, day: formatDay(i18n.language, followup.dueOn) })}
      />
      {isPlanned ? (
        <Form method="post" {...getFormProps(form)} className="pk-panel pk-form">
          <ErrorSummary formId="flytta" ns={ns} errors={form.allErrors} labels="field" />
          <div className="pk-fields">
            <TextField field={fields.dueOn} ns={ns} label={t("field.dueOn")} type="date" />
            <TextField
              field={fields.dueAt}
              ns={ns}
              label={t("field.dueAt")}
              hint={t("hint.dueAt")}
              type="time"
            />
            <SelectField field={fields.form} ns={ns} label={t("field.form")}>
              {followupForms.map((one) => (
                <option key={one} value={one}>
                  {t(`form.${one}`)}
                </option>
              ))}
            </SelectField>
          </div>
          <TextField
            field={fields.reason}
            ns={ns}
            label={t("field.reason")}
            hint={t("hint.reason")}
            longest={200}
          />
          <p className="pk-soft">{t("move.kept")}</p>
          <div className="pk-actions">
            <button className="ds-button" type="submit">
              {t("move.save")}
            </button>
            <LinkButton to={at}>{t("move.cancel")}</LinkButton>
          </div>
        </Form>
      ) : (
        <Note>
          <p>{t("move.done")}</p>
          <p>
            <LinkButton to={at}>{t("move.toAgreement")}</LinkButton>
          </p>
        </Note>
      )}
    </div>
  );
}
