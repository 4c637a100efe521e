import { SmallTrend } from "#app/components/followups/small-trend";
import { useTexts } from "#app/components/ui/use-texts";
import { type InstrumentVersion, inLanguage, type RatingItem } from "#app/domain/followups/instrument";
import { type RatingParty, ratingParties, scale } from "#app/domain/followups/rating";
import { formVersion, logField } from "#app/domain/followups/rating-form";
import type { Point, Trend } from "#app/domain/followups/rating-trend";

/**
 * What each party said in a conversation, statement by statement: a row of digits for each, the last answer underlined. It
 * stands in the form of whoever logs; nothing has to be answered. Native radio buttons, without script.
 */
export function RatingFields(props: {
  data: { instrument: InstrumentVersion; trends: Record<string, Trend> };
  /** As the conversation names them; oneself is "Du". */
  names: { participant: string; supervisor: string };
  /** What had been chosen, by field. */
  typed?: Record<string, string> | undefined;
}) {
  const { t, i18n } = useTexts("ratings");
  const { instrument, trends } = props.data;
  const names: Record<RatingParty, string> = { ...props.names, coach: t("you") };
  const text = (both: { sv: string; en: string }) => inLanguage(both, i18n.language);
  return (
    <>
      <input type="hidden" name="skattning" value={formVersion(instrument)} />
      {instrument.items.map((item) => (
        <section className="pk-panel pk-rate" key={item.id} aria-labelledby={`skattning-${item.id}`}>
          <h2 id={`skattning-${item.id}`}>{text(item.statement)}</h2>
          <p className="pk-rate__ends">
            <span>1 = {text(item.low)}</span>
            <span>5 = {text(item.high)}</span>
          </p>
          {ratingParties.map((party) => (
            <PartyRow
              key={party}
              {...{ item, party, name: names[party] }}
              points={trends[item.id]?.[party] ?? []}
              chosen={props.typed?.[logField(party, item.id)]}
            />
          ))}
        </section>
      ))}
    </>
  );
}

function PartyRow(props: {
  item: RatingItem;
  party: RatingParty;
  name: string;
  points: readonly Point[];
  chosen: string | undefined;
}) {
  const { t, i18n } = useTexts("ratings");
  const { item, party, name, points, chosen } = props;
  const id = `skattning-${party}-${item.id}`;
  const last = points.at(-1)?.answer;
  const said = points.map(({ answer }) => (typeof answer === "number" ? answer : t(`skip.${answer}`)));
  const group = t("log.row", { statement: inLanguage(item.statement, i18n.language), who: name });
  return (
    <fieldset className="pk-rate__row" aria-label={group}>
      <div className="pk-rate__who" id={id}>
        <b aria-hidden="true">{name}</b>
        <SmallTrend points={points} label={t("log.trend", { values: said.join(", ") })} />
        {typeof last === "string" ? <span className="pk-soft pk-small">{t("log.skipped")}</span> : null}
      </div>
      <div className="pk-answer-row">
        {scale.map((value) => (
          <label className="pk-answer" key={value} data-last={last === value || undefined}>
            <input
              type="radio"
              name={logField(party, item.id)}
              value={value}
              defaultChecked={chosen === String(value)}
            />
            <span>{value}</span>
            {last === value ? <span className="ds-sr-only"> ({t("log.last")})</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
