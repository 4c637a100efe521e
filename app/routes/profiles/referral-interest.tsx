import { randomUUID } from "node:crypto";
import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { AgencyFields } from "#app/components/profiles/agency-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type InterestForm, interestFormSchema } from "#app/domain/profiles/referral-form";
import { referralStepsFrom } from "#app/domain/profiles/referral-transitions";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { moveReferral } from "#app/services/profiles/move-referral.server";
import { listMyReferrals } from "#app/services/profiles/read-referral.server";
import { sendInterest } from "#app/services/profiles/send-referral.server";

export const loader = page(["participant"], async ({ actor }) => {
  const { referrals, options, mayAsk } = unwrap(await listMyReferrals(actor));
  return {
    key: randomUUID(),
    agencies: options.agencies,
    mayAsk,
    mine: referrals
      .filter(({ sentByRole }) => sentByRole === "participant")
      .map((one) => ({
        id: one.id,
        status: one.status,
        purpose: one.purpose,
        returnText: one.returnText,
        decision: one.decision,
        on: one.referredOn,
        mayWithdraw: referralStepsFrom(one.status, actor.role).includes("withdrawn"),
      })),
  };
});

export const action = submit(["participant"], async ({ actor, form }) => {
  const withdrawn = form.get("ta-tillbaka");
  if (withdrawn !== null) {
    const moved = await moveReferral(actor, String(withdrawn), { to: "withdrawn" });
    if (!moved.ok && moved.code === "not_found") unwrap(moved);
    return moved.ok
      ? redirectWith("/min-sida/anmal-intresse", "answered")
      : data({ code: moved.code as string | null }, 409);
  }
  const submission = parseWithZod(form, { schema: interestFormSchema });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const sent = await sendInterest(actor, submission.value);
  if (sent.ok) return redirectWith("/min-sida/anmal-intresse", "interest_sent");
  // The page itself says that one is in already.
  if (sent.code === "already_in") return data({ code: null as string | null }, 409);
  if (sent.code === "unknown_choice") {
    const fieldErrors = Object.fromEntries(sent.fields.map((name) => [name, ["choose_in_list"]]));
    return data(submission.reply({ fieldErrors }), 400);
  }
  return unwrap(sent);
});

/** Who is refused reads the page anew: it says how it stands now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

/** The page's title, read by root. */
export const handle = { title: "referrals:interest.title" };

const ns = "referrals";

/** A participant asks for help, in own words, and sees what becomes of it. */
export default function Interest() {
  const { key, agencies, mine, mayAsk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTexts("referrals");
  const reply = answer && "status" in answer ? answer : null;
  const [form, fields] = useForm<InterestForm>({ id: "intresse", lastResult: reply });
  const typedKey = reply?.initialValue?.key;
  return (
    <div className="pk-stack">
      <Crumbs steps={[{ to: "/min-sida", text: t("shell:nav.home") }]} here={t("interest.title")} />
      <h1>{t("interest.title")}</h1>
      <p className="pk-lead">{t(mayAsk ? "interest.lead" : "interest.already")}</p>
      {answer && "code" in answer && answer.code ? (
        <Note tone="warn" role="alert">
          <p>{t(`error.${answer.code}`)}</p>
        </Note>
      ) : null}
      {mayAsk ? (
        <Form method="post" className="pk-form pk-panel" {...getFormProps(form)}>
          <ErrorSummary formId="intresse" ns={ns} errors={form.allErrors} />
          <input type="hidden" name="key" value={typeof typedKey === "string" ? typedKey : key} />
          <TextField
            field={fields.purpose}
            ns={ns}
            label={t("interest.purpose")}
            hint={t("interest.purposeHint")}
            rows={4}
            longest={1000}
          />
          <TextField field={fields.wishes} ns={ns} label={t("interest.wishes")} rows={3} longest={1000} />
          <TextField field={fields.tried} ns={ns} label={t("interest.tried")} rows={3} longest={1000} />
          <TextField field={fields.question} ns={ns} label={t("interest.question")} rows={2} longest={1000} />
          <AgencyFields
            chosen={fields.agencies}
            agreed={fields.agenciesAgreed}
            ns={ns}
            agencies={agencies}
            texts={{
              legend: t("interest.agencies"),
              hint: t("interest.agenciesHint"),
              agreedLegend: t("interest.agreedLegend"),
              agreed: t("interest.agenciesAgreed"),
            }}
          />
          <button className="ds-button pk-big" type="submit">
            {t("interest.send")}
          </button>
        </Form>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="skickat">
        <h2 id="skickat">{t("interest.mine")}</h2>
        {mine.length === 0 ? <p>{t("interest.none")}</p> : null}
        <ul className="pk-stack">
          {mine.map((one) => (
            <li key={one.id} className="pk-stack">
              <p>
                <strong>{one.purpose}</strong>
                <br />
                <span className="pk-soft">{one.on ? formatDate(i18n.language, one.on) : null}</span>
              </p>
              <p>{t(`interest.turn.${one.status}`)}</p>
              {one.status === "returned" ? <p className="pk-lines">{one.returnText}</p> : null}
              {one.status === "accepted" ? <p className="pk-lines">{one.decision}</p> : null}
              {one.mayWithdraw ? (
                <Form method="post">
                  <button
                    className="ds-button"
                    data-variant="tertiary"
                    type="submit"
                    name="ta-tillbaka"
                    value={one.id}
                  >
                    {t("interest.withdraw")}
                  </button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
