import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";

/** Certificates whose text the participant has not answered yet. */
export function WaitingCertificates({
  certificates,
}: {
  certificates: readonly { agreementId: string; title: string }[];
}) {
  const { t } = useTexts("closing");
  return certificates.map(({ agreementId, title }) => (
    <section className="pk-panel pk-stack" key={agreementId} aria-labelledby={`intyg-${agreementId}`}>
      <h2 id={`intyg-${agreementId}`}>{t("own.waiting")}</h2>
      <p>{title}</p>
      <p>{t("own.lead")}</p>
      <LinkButton className="pk-big" to={`/min-sida/intyg?id=${agreementId}`} primary>
        {t("own.link")}
      </LinkButton>
    </section>
  ));
}
