import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgreementCrumbs } from "#app/components/agreements/agreement-crumbs";
import { ClosingFields, closingOrder } from "#app/components/agreements/closing-fields";
import { ClosingPanel } from "#app/components/agreements/closing-panel";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { type ClosingForm, closingFormSchema, closingOf } from "#app/domain/agreements/closing";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { readAnew } from "#app/http/read-anew";
import { closeAgreement } from "#app/services/agreements/close-agreement.server";
import { listResponsible } from "#app/services/agreements/list-responsible.server";
import { readAgreement } from "#app/services/agreements/read-agreement.server";

export const loader = page(["coordinator", "coach"], async ({ actor, params }) => {
  const id = params.id ?? "";
  const { agreement, shown, steps, closing } = unwrap(await readAgreement(actor, id));
  const isEarly = agreement.status === "ended_early";
  // What is written already is shown: whoever comes later, or back, sees both.
  if (!closing && !steps.includes("closed") && !isEarly) throw redirect(`/overenskommelser/${id}`);
  const question = shown.content.assignment?.question ?? null;
  const people = await listResponsible(actor, agreement.agencyName);
  return { id, number: agreement.number, isEarly, question, closing, people };
});

export const action = submit(["coordinator", "coach"], async ({ actor, params, form }) => {
  const id = params.id ?? "";
  const { shown } = unwrap(await readAgreement(actor, id));
  const schema = closingFormSchema({
    asks: shown.content.assignment !== null,
    outcome: String(form.get("outcome") ?? ""),
    startsOn: shown.content.period.startsOn,
  });
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return data({ result: submission.reply(), code: null }, 400);
  const closed = await closeAgreement(actor, id, closingOf(submission.value));
  if (closed.ok) return redirectWith(`/overenskommelser/${id}`, "agreement_closed");
  if (closed.code === "not_found") return unwrap(closed);
  return data({ result: submission.reply(), code: closed.code }, 409);
});

export const shouldRevalidate = readAnew;

/** The page's title, read by root. */
export const handle = { title: "lifecycle:closing.title" };

/** How a placement ended: what it led to, the answer that was asked for, and the next step with somebody's name on it. */
export default function CloseAgreement() {
  const { id, number, isEarly, question, closing, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const again = answer && "result" in answer ? answer : null;
  const { t } = useTexts(["lifecycle", "agreements", "closing"]);
  const [form, fields] = useForm<ClosingForm>({ id: "avslut", lastResult: again?.result ?? null });
  const title = closing ? "closing.written" : isEarly ? "closing.titleEarly" : "closing.title";
  const lead = closing ? "closing.writtenText" : isEarly ? "closing.leadEarly" : "closing.lead";
  return (
    <div className="pk-stack">
      <AgreementCrumbs id={id} number={number} here={t("closing.crumb")} />
      <PageTitle title={t(title)} lead={t(lead)} />
      {again?.code ? (
        <Note tone="warn" role="alert">
          <p>{t(closing ? "closing.bothText" : `error.${again.code}`)}</p>
        </Note>
      ) : null}
      {closing ? (
        <>
          <ClosingPanel closing={closing} voice="staff" agreement={{ id, agencyId: null }} />
          <p>
            <LinkButton to={`/overenskommelser/${id}/efter`}>{t("closing:after.open")}</LinkButton>
          </p>
        </>
      ) : null}
      {closing && !again ? null : (
        <Form method="post" {...getFormProps(form)} className="pk-form pk-form--wide">
          {closing ? <h2>{t("closing.youWrote")}</h2> : null}
          {again?.result.error ? (
            <ErrorSummary formId="avslut" ns="lifecycle" errors={form.allErrors} order={closingOrder} />
          ) : null}
          <ClosingFields fields={fields} question={question} people={people} />
          {closing ? null : (
            <div className="pk-actions">
              <button className="ds-button" type="submit">
                {t("closing.button")}
              </button>
            </div>
          )}
        </Form>
      )}
    </div>
  );
}
