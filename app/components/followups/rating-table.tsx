import { answerText, type PartyNames } from "#app/components/followups/rating-words";
import { useTexts } from "#app/components/ui/use-texts";
import { inLanguage, type RatingItem } from "#app/domain/followups/instrument";
import { ratingParties } from "#app/domain/followups/rating";
import type { Trend } from "#app/domain/followups/rating-trend";
import { formatShortDay } from "#app/i18n/format";

/** The answers to one statement day by day, the newest first: what stands beside its figure. */
export function RatingTable({ item, trend, names }: { item: RatingItem; trend: Trend; names: PartyNames }) {
  const { t, i18n } = useTexts("ratings");
  const days = [...new Set(ratingParties.flatMap((party) => trend[party].map(({ day }) => day)))];
  const caption = t("show.tableCaption", { statement: inLanguage(item.statement, i18n.language) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="pk-scroll" tabIndex={0} aria-label={caption}>
      <table className="pk-table">
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("show.day")}</th>
            {ratingParties.map((party) => (
              <th scope="col" key={party}>
                {names[party]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days
            .sort()
            .reverse()
            .map((day) => (
              <tr key={day}>
                <th scope="row">{formatShortDay(i18n.language, day)}</th>
                {ratingParties.map((party) => {
                  const point = trend[party].find((one) => one.day === day);
                  return (
                    <td key={party}>
                      {point ? answerText(t, point.answer) : ""}
                      {point?.way === "log" && party !== "coach" ? (
                        <span>
                          <span aria-hidden="true">*</span>
                          <span className="ds-sr-only"> ({t("show.noted")})</span>
                        </span>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
