import { useTexts } from "#app/components/ui/use-texts";
import { type Consent, stateOn } from "#app/domain/consent/consent";
import { formatDate } from "#app/i18n/format";

/** Consents that no longer hold, or not yet, with how each came and ended. `today` is an ISO date. */
export function ConsentHistory(props: { consents: Consent[]; today: string; heading: string }) {
  const { t, i18n } = useTexts("consent");
  const day = (value: string | Date) => formatDate(i18n.language, value);
  if (props.consents.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="tidigare">
      <h2 id="tidigare">{props.heading}</h2>
      <ul className="pk-stack">
        {props.consents.map((consent) => (
          <li key={consent.id}>
            <b>
              {t(`purpose.${consent.purpose}.short`)}:{" "}
              {t(`state.${stateOn(consent, props.today)}`).toLowerCase()}
            </b>
            <p>
              {t("own.historyRow", {
                from: day(consent.validFrom),
                until: day(consent.validUntil),
                how: t(`how.${consent.givenHow}`),
              })}
            </p>
            <p className="pk-soft pk-small">
              {t("own.version", { version: consent.textVersion })}
              {consent.withdrawnAt ? `. ${t("own.withdrawnOn", { day: day(consent.withdrawnAt) })}` : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
