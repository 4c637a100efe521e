import { hoursText } from "#app/components/matching/hours-text";
import { numberText } from "#app/components/placements/number-text";
import { Meter } from "#app/components/ui/meter";
import { useTexts } from "#app/components/ui/use-texts";
import type { AnonymousCard } from "#app/domain/matching/anonymous-card";
import { demands } from "#app/domain/placements/vocabulary";

/** Exactly what an employer sees of a person before a visit. */
export function AnonymousCardView({ card }: { card: AnonymousCard }) {
  const { t, i18n } = useTexts(["proposals", "vocabulary"]);
  const words = (list: string, values: readonly string[]) =>
    values.map((one) => t(`vocabulary:${list}.${one}`)).join(", ");
  return (
    <div className="pk-stack">
      <dl className="pk-dl">
        <div>
          <dt>{t("card.kinds")}</dt>
          <dd>{words("kind", card.kinds)}</dd>
        </div>
        <div>
          <dt>{t("card.days")}</dt>
          <dd>
            {words("weekday", card.weekdays)}.{" "}
            {t("card.hours", {
              start: hoursText(t, i18n.language, card.startHours),
              target: numberText(card.targetHours, i18n.language),
            })}
            . {t("card.longestDay", { hours: hoursText(t, i18n.language, card.longestDay) })}.
          </dd>
        </div>
        <div>
          <dt>{t("card.needs")}</dt>
          <dd>
            {card.neededAdaptations.length ? words("adaptation", card.neededAdaptations) : t("card.noNeeds")}
          </dd>
        </div>
        <div>
          <dt>{t("card.wishes")}</dt>
          <dd>{card.wishedTasks.length ? words("task", card.wishedTasks) : t("card.noWishes")}</dd>
        </div>
      </dl>
      <h3>{t("card.can")}</h3>
      <dl className="pk-meters">
        {demands.map((demand) => (
          <Meter
            key={demand}
            label={t(`vocabulary:demand.${demand}`)}
            level={card.abilities[demand]}
            word={t(`vocabulary:ability.${demand}.${card.abilities[demand]}`)}
          />
        ))}
      </dl>
    </div>
  );
}
