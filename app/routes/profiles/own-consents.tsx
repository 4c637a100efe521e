import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ConsentHistory } from "#app/components/consent/consent-history";
import { ConsentText } from "#app/components/consent/consent-text";
import { useTexts } from "#app/components/ui/use-texts";
import {
  activeConsent,
  type Consent,
  type ConsentPurpose,
  consentPurposes,
  currentTextVersion,
} from "#app/domain/consent/consent";
import { page, redirectWith, submit, unwrap } from "#app/http/handler.server";
import { formatDate } from "#app/i18n/format";
import { languageOf } from "#app/i18n/language";
import { today } from "#app/platform/clock.server";
import { giveOwnConsent } from "#app/services/consent/give-consent.server";
import { listOwnConsents } from "#app/services/consent/list-consents.server";
import { withdrawOwnConsent } from "#app/services/consent/withdraw-consent.server";

/** Which consent a form is about; forms from before there were two are about the card. */
function purposeOf(form: FormData): ConsentPurpose {
  const asked = consentPurposes.find((purpose) => purpose === form.get("syfte"));
  return asked ?? "present_to_employers";
}

export const loader = page(["participant"], async ({ actor }) => ({
  ...unwrap(await listOwnConsents(actor)),
  today: today(),
}));

export const action = submit(["participant"], async ({ actor, request, form }) => {
  const purpose = purposeOf(form);
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
  const { t } = useTexts("consent");
  const active = consentPurposes.map((purpose) => activeConsent(consents, purpose, day)?.id);
  return (
    <div className="pk-stack">
      <h1>{t("own.title")}</h1>
      <p className="pk-lead">{t("own.lead")}</p>
      {problem && "code" in problem ? (
        <p className="pk-note" data-tone="warn" role="alert">
          {t(`error.${problem.code}`)}
        </p>
      ) : null}
      {consentPurposes.map((purpose) => (
        <OwnConsent key={purpose} purpose={purpose} active={activeConsent(consents, purpose, day)} />
      ))}
      <ConsentHistory
        consents={consents.filter(({ id }) => !active.includes(id))}
        today={day}
        heading={t("own.history")}
      />
    </div>
  );
}

/** One purpose with its own wording, its own yes and its own way back. */
function OwnConsent({ purpose, active }: { purpose: ConsentPurpose; active: Consent | null }) {
  const { t, i18n } = useTexts("consent");
  const version = active?.textVersion ?? currentTextVersion[purpose];
  const heading = `samtycke-${purpose}`;
  return (
    <section className="pk-panel pk-stack" aria-labelledby={heading}>
      <h2 id={heading}>{t(`text.${purpose}.${version}.title`)}</h2>
      <p>
        <strong>
          {active
            ? t(`purpose.${purpose}.active`, { until: formatDate(i18n.language, active.validUntil) })
            : t(`purpose.${purpose}.inactive`)}
        </strong>
      </p>
      <ConsentText purpose={purpose} version={version} />
      <p className="pk-soft pk-small">{t("own.version", { version })}</p>
      {active ? (
        <details>
          <summary className="ds-button" data-variant="secondary">
            {t(`purpose.${purpose}.no`)}
          </summary>
          <Form method="post" className="pk-stack">
            <h3>{t("own.confirmTitle")}</h3>
            <p>{t(`purpose.${purpose}.confirmText`)}</p>
            <input type="hidden" name="syfte" value={purpose} />
            <button className="ds-button" type="submit" name="gor" value="aterta">
              {t("own.confirm")}
            </button>
          </Form>
        </details>
      ) : (
        <Form method="post" className="pk-stack">
          <input type="hidden" name="text" value={version} />
          <input type="hidden" name="syfte" value={purpose} />
          <p className="pk-soft">{t("own.validFor")}</p>
          <button className="ds-button" type="submit" name="gor" value="ja">
            {t(`purpose.${purpose}.yes`)}
          </button>
        </Form>
      )}
    </section>
  );
}
