import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConsentHistory } from "#app/components/consent/consent-history";
import { ConsentText } from "#app/components/consent/consent-text";
import { RecordConsentFields } from "#app/components/consent/record-consent-fields";
import { Crumbs } from "#app/components/ui/crumbs";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useTexts } from "#app/components/ui/use-texts";
import {
  activeConsent,
  type ConsentPurpose,
  consentPurposes,
  currentTextVersion,
  proposedMonths,
} from "#app/domain/consent/consent";
import { lastDay, type RecordConsentForm, recordConsentSchema } from "#app/domain/consent/consent-form";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { today } from "#app/platform/clock.server";
import { recordConsent } from "#app/services/consent/give-consent.server";
import { listConsents } from "#app/services/consent/list-consents.server";
import { recordWithdrawal } from "#app/services/consent/withdraw-consent.server";

/** Which consent the page is about: `?syfte=`, the anonymous card when nothing is said. */
function purposeIn(url: URL): ConsentPurpose {
  const asked = consentPurposes.find((purpose) => purpose === url.searchParams.get("syfte"));
  return asked ?? "present_to_employers";
}

/** Where the person's page goes on once a consent is written in. */
const afterwards: Record<ConsentPurpose, string> = {
  present_to_employers: "",
  keep_medical_notes: "/kartlaggning/halsa/medicinskt",
};

export const loader = page(["coordinator", "coach"], async ({ actor, params, url }) => {
  const day = today();
  return {
    ...unwrap(await listConsents(actor, params.referens ?? "")),
    purpose: purposeIn(url),
    today: day,
    proposed: { validFrom: day, validUntil: lastDay(day, proposedMonths) },
    mayRecord: actor.role === "coordinator",
  };
});

export const action = submit(["coordinator"], async ({ actor, params, form, url }) => {
  const purpose = purposeIn(url);
  const reference = params.referens ?? "";
  const back = `/deltagare/${encodeURIComponent(reference)}`;
  if (form.get("gor") === "aterta") {
    unwrap(await recordWithdrawal(actor, reference, purpose));
    return redirectWith(`${back}/samtycke?syfte=${purpose}`, "consent_withdrawn");
  }
  const submission = parseWithZod(form, { schema: recordConsentSchema(today()) });
  if (submission.status !== "success") return data(submission.reply(), 400);
  const recorded = await recordConsent(actor, reference, purpose, submission.value);
  if (recorded.ok) return redirectWith(back + afterwards[purpose], "consent_saved");
  if (recorded.code === "not_found") return unwrap(recorded);
  return data(submission.reply({ formErrors: [recorded.code] }), 409);
});

/** The page's title, read by root. */
export const handle = { title: "consent:staff.title" };

export default function ConsentOfParticipant() {
  const { reference, consents, purpose, today: day, proposed, mayRecord } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { t, i18n } = useTexts("consent");
  const [form, fields] = useForm<RecordConsentForm>({
    id: "samtycke",
    lastResult: lastResult && "status" in lastResult ? lastResult : null,
    defaultValue: { ...proposed, language: undefined, givenHow: undefined },
  });
  const active = activeConsent(consents, purpose, day);
  const words = (value: string) => formatDate(i18n.language, value);
  return (
    <div className="pk-stack">
      <Crumbs
        steps={[
          { to: "/deltagare", text: t("profiles:list.title") },
          { to: `/deltagare/${encodeURIComponent(reference)}`, text: reference },
        ]}
        here={t("profiles:show.consent")}
      />
      <h1>{t("staff.title", { reference })}</h1>
      <p className="pk-lead">{t("staff.lead")}</p>
      <nav className="pk-row" aria-label={t("staff.purposes")}>
        {consentPurposes.map((one) => (
          <Link
            key={one}
            className="ds-button"
            data-variant={one === purpose ? "primary" : "secondary"}
            aria-current={one === purpose ? "page" : undefined}
            to={`?syfte=${one}`}
          >
            {t(`purpose.${one}.short`)}
          </Link>
        ))}
      </nav>
      <section className="pk-panel pk-stack" aria-labelledby="galler">
        <h2 id="galler">{t("staff.current")}</h2>
        {active ? (
          <>
            <p>{t("staff.valid", { from: words(active.validFrom), until: words(active.validUntil) })}</p>
            <p className="pk-soft">
              {t("staff.given", { how: t(`how.${active.givenHow}`), name: active.recordedByName })}{" "}
              {t("staff.version", { version: active.textVersion })}
            </p>
            {mayRecord ? (
              <details>
                <summary className="pk-summary">{t("staff.withdrawHeading")}</summary>
                <Form method="post" className="pk-stack">
                  <p>{t(`purpose.${purpose}.withdrawHint`)}</p>
                  <button
                    className="ds-button"
                    data-variant="secondary"
                    type="submit"
                    name="gor"
                    value="aterta"
                  >
                    {t("staff.withdraw")}
                  </button>
                </Form>
              </details>
            ) : null}
          </>
        ) : (
          <p>{t("staff.none")}</p>
        )}
      </section>
      <section className="pk-panel pk-stack" aria-labelledby="texten">
        <h2 id="texten">{t("staff.wording")}</h2>
        <ConsentText purpose={purpose} version={currentTextVersion[purpose]} />
        <p className="pk-soft pk-small">{t("staff.version", { version: currentTextVersion[purpose] })}</p>
      </section>
      {mayRecord ? (
        <Form method="post" className="pk-panel pk-stack" {...getFormProps(form)} aria-labelledby="skriv-in">
          <h2 id="skriv-in">{t("staff.record")}</h2>
          <p className="pk-soft">{t("staff.recordLead")}</p>
          <ErrorSummary
            formId="samtycke"
            ns="consent"
            errors={form.allErrors}
            labels={(name) => ({ validFrom: t("staff.from"), validUntil: t("staff.until") })[name]}
          />
          <RecordConsentFields fields={fields} />
          <div className="pk-actions">
            <button className="ds-button" type="submit">
              {t("staff.save")}
            </button>
          </div>
        </Form>
      ) : (
        <p className="pk-soft">{t("staff.readOnly")}</p>
      )}
      <ConsentHistory
        consents={consents.filter((one) => one.purpose === purpose && one.id !== active?.id)}
        today={day}
        heading={t("staff.history")}
      />
    </div>
  );
}
