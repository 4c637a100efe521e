import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { resumeSchema, unfinishedSteps } from "#app/domain/placements/offer-form";
import { stepPath } from "#app/domain/placements/offer-steps";
import { page, submit } from "#app/http/handler.server";
import { offerSecret } from "#app/http/offer-cookie.server";
import { formatTime } from "#app/i18n/format";
import { readProgress } from "#app/services/placements/offer-progress.server";
import { mailFormLink } from "#app/services/placements/offer-send.server";

export const loader = page("public", async ({ actor, request }) => {
  const progress = await readProgress(actor, offerSecret(request));
  if (!progress.ok) throw redirect("/erbjud-plats?borta=1");
  const email = String(progress.answers.email ?? progress.email ?? "");
  return { email, goOn: stepPath(unfinishedSteps(progress.answers)[0] ?? "summary") };
});

export const action = submit("public", async ({ actor, request, address, form }) => {
  const submission = parseWithZod(form, { schema: resumeSchema });
  if (submission.status !== "success")
    return data({ result: submission.reply(), sent: null, until: null }, 400);
  const { email } = submission.value;
  const mailed = await mailFormLink(actor, offerSecret(request), email, address);
  if (mailed.ok) return data({ result: submission.reply(), sent: email, until: null });
  if ("until" in mailed)
    return data({ result: submission.reply(), sent: null, until: mailed.until.toISOString() }, 429);
  return redirect("/erbjud-plats?borta=1", 303);
});

/** The page's title, read by root. */
export const handle = { title: "offer:laterPage.title" };

/** Everything is kept; a link by mail opens it elsewhere. */
export default function OfferLater() {
  const { email, goOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("offer");
  const [form, fields] = useForm<{ email: string }>({
    id: "senare",
    lastResult: answer && "result" in answer ? answer.result : null,
    defaultValue: { email },
  });
  return (
    <>
      <PageTitle title={t("laterPage.title")} lead={t("laterPage.lead")} />
      {answer?.sent ? (
        <Note tone="ok" role="status">
          <p>{t("laterPage.sent", { email: answer.sent })}</p>
        </Note>
      ) : null}
      {answer?.until ? (
        <Note tone="warn" role="alert">
          <p>{t("tooMany", { time: formatTime(i18n.language, answer.until) })}</p>
        </Note>
      ) : null}
      <Form method="post" className="pk-form pk-stack" {...getFormProps(form)}>
        <ErrorSummary formId="senare" ns="offer" errors={form.allErrors} labels="field" />
        <section className="pk-panel pk-stack">
          <TextField
            field={fields.email}
            ns="offer"
            label={t("laterPage.email")}
            type="email"
            autoComplete="email"
            longest={200}
          />
          <div className="pk-row">
            <button className="ds-button" type="submit">
              {t("laterPage.send")}
            </button>
            <LinkButton to={goOn}>{t("laterPage.back")}</LinkButton>
          </div>
        </section>
      </Form>
    </>
  );
}
