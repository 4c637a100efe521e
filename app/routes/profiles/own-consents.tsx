import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConsentHistory } from "#app/components/consent/consent-history";
import { ConsentText } from "#app/components/consent/consent-text";
import { activeConsent, currentTextVersion } from "#app/domain/consent/consent";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { languageOf } from "#app/i18n/language";
import { today } from "#app/platform/clock.server";
import { giveOwnConsent } from "#app/services/consent/give-consent.server";
import { listOwnConsents } from "#app/services/consent/list-consents.server";
import { withdrawOwnConsent } from "#app/services/consent/withdraw-consent.server";

const purpose = "present_to_employers";

export const loader = page(["participant"], async ({ actor }) => ({
  ...unwrap(await listOwnConsents(actor)),
  today: today(),
}));

export const action = submit(["participant"], async ({ actor, request, form }) => {
  if (form.get("gor") === "aterta") {
    unwrap(await withdrawOwnConsent(actor, purpose));
    return redirectWith("/min-sida/samtycken", "consent_withdrawn");
  }
  const textVersion = String(form.get("text") ?? "");
  const given = await giveOwnConsent(actor, { purpose, textVersion, language: languageOf(request) });
  if (given.ok) return redirectWith("/min-sida/samtycken", "consent_given");
  if (given.code === "not_found") return unwrap(given);
  return data({ code: given.code }, 409);
});

/** The page's title, read by root. */
export const handle = { title: "consent:own.title" };

export default function OwnConsents() {
  const { consents, today: day } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t, i18n } = useTranslation("consent");
  const active = activeConsent(consents, purpose, day);
  const version = active?.textVersion ?? currentTextVersion[purpose];
  return (
    <div className="pk-stack">
      <h1>{t("own.title")}</h1>
      <p className="pk-lead">{t("own.lead")}</p>
      {problem && "code" in problem ? (
        <p className="pk-note" data-tone="warn" role="alert">
          {t(`error.${problem.code}`)}
        </p>
      ) : null}
      <section className="pk-panel pk-stack" aria-labelledby="visa">
        <h2 id="visa">{t(`text.${purpose}.${version}.title`)}</h2>
        <p>
          <strong>
            {active
              ? t("own.active", { until: formatDate(i18n.language, active.validUntil) })
              : t("own.inactive")}
          </strong>
        </p>
        <ConsentText purpose={purpose} version={version} />
        <p className="pk-soft pk-small">{t("own.version", { version })}</p>
        {active ? (
          <details>
            <summary className="ds-button" data-variant="secondary">
              {t("own.no")}
            </summary>
            <Form method="post" className="pk-stack">
              <h3>{t("own.confirmTitle")}</h3>
              <p>{t("own.confirmText")}</p>
              <button className="ds-button" type="submit" name="gor" value="aterta">
                {t("own.confirm")}
              </button>
            </Form>
          </details>
        ) : (
          <Form method="post" className="pk-stack">
            <input type="hidden" name="text" value={version} />
            <p className="pk-soft">{t("own.validFor")}</p>
            <button className="ds-button" type="submit" name="gor" value="ja">
              {t("own.yes")}
            </button>
          </Form>
        )}
      </section>
      <ConsentHistory
        consents={consents.filter(({ id }) => id !== active?.id)}
        today={day}
        heading={t("own.history")}
      />
    </div>
  );
}
