import { numberText, spanText } from "#app/components/placements/number-text";
import { useTexts } from "#app/components/ui/use-texts";
import { isAnyLength } from "#app/domain/placements/offer-hours";
import type { PlacementDetails } from "#app/domain/placements/placement";

type Props = Pick<
  PlacementDetails,
  | "hoursMin"
  | "hoursMax"
  | "shortestDay"
  | "weekdays"
  | "weeksMin"
  | "weeksMax"
  | "startsFrom"
  | "supportLevel"
  | "ageMin"
  | "ageMax"
>;

/** Hours, days, weeks, support (unless the employer did not know) and ages of a placement, as terms and values. */
export function TimeFacts({ placement, supportUnknown }: { placement: Props; supportUnknown?: boolean }) {
  const { t, i18n } = useTexts("placements");
  const { ageMin, ageMax, startsFrom } = placement;
  const facts: [string, string][] = [
    [
      t("show.hours"),
      t("show.hoursValue", {
        hours: spanText(placement.hoursMin, placement.hoursMax, i18n.language),
        count: placement.hoursMax,
      }),
    ],
    [
      t("show.shortestDay"),
      t("show.hoursValue", {
        hours: numberText(placement.shortestDay, i18n.language),
        count: placement.shortestDay,
      }),
    ],
    [t("show.days"), placement.weekdays.map((day) => t(`vocabulary:weekdayShort.${day}`)).join(", ")],
    [
      t("show.weeks"),
      isAnyLength(placement)
        ? t("show.weeksAny")
        : t("show.weeksValue", {
            weeks: spanText(placement.weeksMin, placement.weeksMax, i18n.language),
            count: placement.weeksMax,
          }),
    ],
    [
      t("show.support"),
      supportUnknown ? t("offer:review.notKnown") : t(`vocabulary:support.${placement.supportLevel}`),
    ],
  ];
  if (startsFrom) facts.push([t("show.from"), dayText(startsFrom, i18n.language)]);
  if (ageMin !== null || ageMax !== null) {
    const key = ageMin === null ? "show.agesTo" : ageMax === null ? "show.agesFrom" : "show.agesBoth";
    facts.push([t("show.ages"), t(key, { min: ageMin, max: ageMax })]);
  }
  return (
    <dl className="pk-dl">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function dayText(date: string, language: string): string {
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Stockholm" } as const;
  return new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", format).format(
    new Date(`${date}T12:00:00Z`),
  );
}
