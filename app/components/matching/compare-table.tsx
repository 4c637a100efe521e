import { FitIcon } from "#app/components/matching/fit-icon";
import { numberText } from "#app/components/placements/number-text";
import { useTexts } from "#app/components/ui/use-texts";
import type { ComparedRow } from "#app/domain/matching/comparison";
import type { MatchView } from "#app/domain/matching/match-view";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

type Bars = React.CSSProperties & { "--v": number; "--ok"?: number };

/** Behov mot krav: what the person manages grows to the left, what the placement asks to the right, words below both. */
export function CompareTable(props: {
  rows: readonly ComparedRow[];
  profile: WorkProfile;
  match: Pick<MatchView, "place" | "km">;
  caption: string;
}) {
  const { t } = useTexts("matching");
  const words = useWords(props.profile, props.match);
  return (
    <div data-scroll>
      <table className="pk-compare">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compare.can")}</th>
            <th scope="col">
              <span className="ds-sr-only">{t("compare.area")}</span>
            </th>
            <th scope="col">{t("compare.must")}</th>
            <th scope="col">
              <span className="ds-sr-only">{t("compare.verdict")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.area}>
              <td>
                <span className="pk-bar pk-bar--can" style={{ "--v": row.can } as Bars} />
                {words(row).can}
              </td>
              <th scope="row">{words(row).area}</th>
              <td>
                <span
                  className={
                    row.tone === "adapt" ? "pk-bar pk-bar--must pk-over--adapt" : "pk-bar pk-bar--must"
                  }
                  style={{ "--v": row.asked, "--ok": row.within } as Bars}
                />
                {words(row).asked}
              </td>
              <td>
                <FitIcon tone={row.tone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useWords(profile: WorkProfile, { place, km }: Pick<MatchView, "place" | "km">) {
  const { t, i18n } = useTexts("matching");
  const number = (value: number) => numberText(value, i18n.language);
  return ({ area }: ComparedRow) => {
    if (area === "hours") {
      const [min, max] = [number(place.hoursMin), number(place.hoursMax)];
      return {
        area: t("compare.hours"),
        can: t("compare.hoursCan", { hours: number(profile.startHours) }),
        asked: min === max ? t("compare.hoursExactly", { min }) : t("compare.hoursMust", { min, max }),
      };
    }
    if (area === "travel") {
      return {
        area: t("compare.travel"),
        can: t("compare.kmMost", { km: number(profile.maxKm) }),
        asked: t("compare.km", { km: number(km) }),
      };
    }
    return {
      area: t(`vocabulary:demand.${area}`),
      can: t(`vocabulary:ability.${area}.${profile.abilities[area]}`),
      asked: t(`vocabulary:demandLevel.${area}.${place.demands[area]}`),
    };
  };
}
