import { useTexts } from "#app/components/ui/use-texts";
import { formatDay, formatNumber } from "#app/i18n/format";

/** "12 veckor, 22 dagar på plats, 168 timmar", and the days that fall away: public holidays and what the employer has closed. */
export function PeriodSums(props: {
  sums: {
    weeks: number;
    days: number;
    hours: number;
    off: readonly { day: string; name: string | null }[];
  } | null;
}) {
  const { t, i18n } = useTexts("agreements");
  const { sums } = props;
  if (!sums) return null;
  const { weeks, days, hours, off } = sums;
  const names = off.map(
    ({ day, name }) =>
      `${formatDay(i18n.language, day)} (${name ? t(`vocabulary:holiday.${name}`) : t("edit.sums.closed")})`,
  );
  return (
    <div>
      <p>
        <strong>
          {[
            t("edit.sums.weeks", { count: weeks }),
            days > 0 ? t("edit.sums.days", { count: days }) : null,
            hours > 0 ? t("edit.sums.hours", { hours: formatNumber(i18n.language, hours) }) : null,
          ]
            .filter(Boolean)
            .join(", ")}
        </strong>
      </p>
      {names.length > 0 ? (
        <p className="pk-soft pk-small">{t("edit.sums.off", { days: names.join(", ") })}</p>
      ) : null}
    </div>
  );
}
