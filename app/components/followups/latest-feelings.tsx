import { useTexts } from "#app/components/ui/use-texts";
import type { FeltDay } from "#app/domain/followups/feeling";
import { formatDay } from "#app/i18n/format";

/** Staff: what the participant has answered in the own plan lately, the newest first. */
export function LatestFeelings({ reference, days }: { reference: string; days: readonly FeltDay[] }) {
  const { t, i18n } = useTexts("today");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="svarat">
      <h2 id="svarat" className="pk-h3">
        {t("staff.feelings", { reference })}
      </h2>
      {days.length === 0 ? <p>{t("staff.noFeelings")}</p> : null}
      <ul className="pk-plain">
        {days.map(({ day, value }) => (
          <li key={day}>
            <span className="pk-soft">{formatDay(i18n.language, day)}</span> {t(`feeling.${value}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
