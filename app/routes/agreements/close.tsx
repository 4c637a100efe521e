import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ClosingFields, closingOrder } from "#app/components/agreements/closing-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { type ClosingForm, closingFormSchema, closingOf } from "#app/domain/agreements/closing";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { closeAgreement } from "#app/services/agreements/close-agreement.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const id = params.id ?? "";
  const { agreement, shown, steps, closing } = unwrap(await readAgreement(actor, id));
  const isEarly = agreement.status === "ended_early";
  if (closing || !(steps.includes("closed") || isEarly)) throw redirect(`/overenskommelser/${id}`);
  return { id, number: agreement.number, isEarly, question: shown.content.assignment?.question ?? null };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const { shown } = unwrap(await readAgreement(actor, id));
  const asks = shown.content.assignment !== null;
  const schema = closingFormSchema({ asks, outcome: String(form.get("outcome") ?? "") });
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return data({ result: submission.reply(), code: null }, 400);
  const closed = await closeAgreement(actor, id, closingOf(submission.value));
  if (closed.ok) return redirectWith(`/overenskommelser/${id}`, "agreement_closed");
  if (closed.code === "not_found") return unwrap(closed);
  return data({ result: submission.reply(), code: closed.code }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "lifecycle:closing.title" };

/** How a placement ended: what it led to, the answer that was asked for, and the next step with somebody's name on it. */
export default function CloseAgreement() {
  const { id, number, isEarly, question } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t } = useTranslation(["lifecycle", "agreements"]);
  const [form, fields] = useForm<ClosingForm>({ id: "avslut", lastResult: again?.result ?? null });
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/overenskommelser", text: t("agreements:crumb") },
          { to: `/overenskommelser/${id}`, text: number },
        ]}
        here={t("closing.crumb")}
      />
      <PageTitle
        title={t(isEarly ? "closing.titleEarly" : "closing.title")}
        lead={t(isEarly ? "closing.leadEarly" : "closing.lead")}
      />
      {again?.code ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${again.code}`)}</p>
        </Note>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="pk-form pk-form--wide">
        {again?.result.error ? (
          <ErrorSummary formId="avslut" ns="lifecycle" errors={form.allErrors} order={closingOrder} />
        ) : null}
        <ClosingFields fields={fields} question={question} />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("closing.button")}
          </button>
        </div>
      </Form>
    </div>
  );
}
