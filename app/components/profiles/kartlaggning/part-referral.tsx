import { SaveAndGo } from "#app/components/profiles/kartlaggning/save-and-go";
import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";
import { formatDate } from "#app/i18n/format";

type Referral = { agency: string | null; caseWorker: string | null; referredOn: string | null } | null;

/** Who referred the person, beside part 1. Nobody is an answer: people without a responsible agency can be enrolled. */
export function PartReferral(props: {
  reference: string;
  referral: Referral;
  /** The id of the form on the page that is saved before the referral is changed; null for who only reads. */
  saveFirst: string | null;
}) {
  const { reference, referral, saveFirst } = props;
  const { t, i18n } = useTexts("kartlaggning");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="remissen">
      <h2 id="remissen">{t("referral.heading")}</h2>
      {referral ? (
        <dl className="pk-dl">
          <div>
            <dt>{t("referral.agency")}</dt>
            <dd>{referral.agency}</dd>
          </div>
          <div>
            <dt>{t("referral.caseWorker")}</dt>
            <dd>{referral.caseWorker ?? t("referral.unknown")}</dd>
          </div>
          <div>
            <dt>{t("referral.on")}</dt>
            <dd>
              {referral.referredOn ? formatDate(i18n.language, referral.referredOn) : t("referral.unknown")}
            </dd>
          </div>
        </dl>
      ) : (
        <p>{t("nobodyResponsible")}</p>
      )}
      {saveFirst ? (
        <SaveAndGo form={saveFirst} to="remiss">
          {t("form.saveReferral")}
        </SaveAndGo>
      ) : (
        <LinkButton to={`/deltagare/${encodeURIComponent(reference)}/andra`}>
          {t("referral.change")}
        </LinkButton>
      )}
    </section>
  );
}
