import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { DifferenceList } from "#app/components/agreements/difference-list";
import { ProblemList } from "#app/components/agreements/problem-list";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type ExtensionForm, extensionField, extensionFormSchema } from "#app/domain/agreements/extension";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { formatDate } from "#app/i18n/format";
import { dropAmendment } from "#app/services/agreements/amend-agreement.server";
import { extendAgreement, readExtension } from "#app/services/agreements/extend-agreement.server";
import { sendAgreement } from "#app/services/agreements/send-agreement.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const id = params.id ?? "";
  const read = await readExtension(actor, id);
  // Out to be signed, or over: the page that shows how it stands.
  if (!read.ok && read.code !== "not_found") throw redirect(`/overenskommelser/${id}`);
  return { id, ...unwrap(read) };
});

type Again = { result: SubmissionResult | null; code: string | null };

/** `gor`: `visa` (write it and show the difference), `skicka`, `slang`. */
export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const here = `/overenskommelser/${id}`;
  const again = (code: string | null, result: SubmissionResult | null, status = 409) =>
    data<Again>({ code, result }, status);
  if (form.get("gor") === "slang") {
    const dropped = await dropAmendment(actor, id);
    if (dropped.ok) return redirectWith(here, "amendment_dropped");
    return dropped.code === "not_found" ? unwrap(dropped) : redirect(here);
  }
  if (form.get("gor") === "skicka") {
    const sent = await sendAgreement(actor, id, Number(form.get("revision")));
    if (sent.ok) return redirectWith(here, "agreement_sent");
    return sent.code === "not_found" ? unwrap(sent) : again(sent.code, null);
  }
  const submission = parseWithZod(form, { schema: extensionFormSchema });
  if (submission.status !== "success") {
    const read = await readExtension(actor, id);
    if (!read.ok && read.code === "not_found") unwrap(read);
    return again(null, submission.reply(), 400);
  }
  const written = await extendAgreement(actor, id, submission.value);
  if (written.ok) return redirect(`${here}/forlang`, 303);
  if (written.code === "not_found") return unwrap(written);
  const atField = ["not_later", "since_outside", "since_first_week"].includes(written.code);
  if (!atField) return again(written.code, submission.reply());
  return again(
    null,
    submission.reply({ fieldErrors: { [extensionField(written.code)]: [written.code] } }),
    400,
  );
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "lifecycle:extend.title" };

/** A longer time, and nothing else: written, seen as a difference, and sent to be signed. */
export default function ExtendAgreement() {
  const { id, number, inForce, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t, i18n } = useTexts(["lifecycle", "agreements"]);
  const [form, fields] = useForm<ExtensionForm>({
    id: "forlang",
    lastResult: again?.result ?? null,
    defaultValue: {
      endsOn: draft?.endsOn ?? "",
      reportDueOn: draft?.reportDueOn ?? inForce.assignment?.reportDueOn ?? "",
    } as never,
  });
  const revision = String(draft?.revision ?? 0);
  const ns = "lifecycle";
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={id} number={number} here={t("extend.crumb")} />
      <PageTitle title={t("extend.title")} lead={t("extend.lead")} />
      {again?.code ? (
        <Note tone="warn" role="alert">
          <p>{t([`error.${again.code}`, `agreements:error.${again.code}`])}</p>
        </Note>
      ) : null}
      {draft && draft.differences.length > 0 ? (
        <section className="pk-panel pk-stack" aria-labelledby="andras">
          <h2 id="andras">{t("agreements:difference.title")}</h2>
          <DifferenceList differences={draft.differences} />
          <ProblemList
            formId="avtal"
            page={`/overenskommelser/${id}/andra`}
            problems={draft.problems}
            conflicts={draft.conflicts}
          />
          <Form method="post" className="pk-actions">
            <input type="hidden" name="revision" value={revision} />
            <button className="ds-button" type="submit" name="gor" value="skicka">
              {t("extend.send")}
            </button>
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="slang">
              {t("agreements:edit.drop")}
            </button>
          </Form>
        </section>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="pk-panel pk-form">
        {again?.result?.error ? (
          <ErrorSummary formId="forlang" ns={ns} errors={form.allErrors} labels="field" />
        ) : null}
        <input type="hidden" name="revision" value={revision} />
        <p>{t("extend.now", { day: formatDate(i18n.language, inForce.period.endsOn) })}</p>
        <TextField field={fields.endsOn} ns={ns} label={t("field.endsOn")} type="date" />
        {inForce.assignment ? (
          <TextField field={fields.reportDueOn} ns={ns} label={t("field.reportDueOn")} type="date" />
        ) : null}
        <fieldset className="pk-row-fields">
          <legend>{t("extend.hours")}</legend>
          <TextField field={fields.hours} ns={ns} label={t("field.hours")} inputMode="decimal" />
          <TextField
            field={fields.since}
            ns={ns}
            label={t("field.since")}
            hint={t("extend.sinceHint")}
            type="date"
          />
        </fieldset>
        <div className="pk-actions">
          <button
            className="ds-button"
            data-variant={draft ? "secondary" : "primary"}
            type="submit"
            name="gor"
            value="visa"
          >
            {t("extend.show")}
          </button>
          {draft ? (
            <Link className="ds-button" data-variant="tertiary" to={`/overenskommelser/${id}/andra`}>
              {t("extend.more")}
            </Link>
          ) : null}
        </div>
      </Form>
    </div>
  );
}
