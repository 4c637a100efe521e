import { numberText } from "#app/components/placements/number-text";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { Finding } from "#app/domain/placements/review-findings";

/** What a coordinator should look at before a listing is published, in words. */
export function ReviewFindings(props: {
  findings: readonly Finding[];
  hours: { min: number; max: number };
  capacity: number;
  othersAtAddress: readonly string[];
  othersWithPhone: readonly string[];
}) {
  const { t, i18n } = useTexts("offer");
  const values = (finding: Finding) => ({
    min: numberText(props.hours.min, i18n.language),
    max: numberText(props.hours.max, i18n.language),
    capacity: props.capacity,
    names: (finding === "same_phone" ? props.othersWithPhone : props.othersAtAddress).join(", "),
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="titta-extra">
      <h2 id="titta-extra">{t("review.lookTitle")}</h2>
      {props.findings.length === 0 ? (
        <p>{t("review.nothing")}</p>
      ) : (
        <ul className="pk-offer__findings">
          {props.findings.map((finding) => (
            <li key={finding}>
              <Icon name="warning" />
              {t(`review.finding.${finding}`, values(finding))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
