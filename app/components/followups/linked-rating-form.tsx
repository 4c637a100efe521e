import { Form } from "@remix-run/react";
import type { RatingAnswer } from "#app/components/followups/own-rating-form";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import { placeOf } from "#app/domain/followups/form-place";
import { type InstrumentVersion, inLanguage, type RatingItem } from "#app/domain/followups/instrument";
import { type Answers, scale, skipReasons } from "#app/domain/followups/rating";
import { answerField, formVersion } from "#app/domain/followups/rating-form";

export type RatedPerson = { agreementId: string; who: string; title: string; answers: Answers | null };

/** A supervisor's people in one form: a panel each, a row of digits for each statement. Works without script. */
export function LinkedRatingForm(props: {
  people: readonly RatedPerson[];
  instrument: InstrumentVersion;
  answer: RatingAnswer | null;
}) {
  const { t } = useTexts("ratings");
  const { people, instrument, answer } = props;
  return (
    <Form method="post" className="pk-stack">
      {people.map((person, index) => {
        const place = placeOf(index);
        const typed = answer?.typed[person.agreementId];
        const missing = answer?.missing[person.agreementId] ?? [];
        return (
          <section className="pk-panel pk-rate" key={person.agreementId} aria-labelledby={`${place}-vem`}>
            <input type="hidden" name={place} value={person.agreementId} />
            <input type="hidden" name={`${place}.skattning`} value={formVersion(instrument)} />
            <h2 id={`${place}-vem`}>{person.who}</h2>
            <p className="pk-soft">{person.title}</p>
            {person.answers && !typed ? <Note tone="ok">{t("link.answered")}</Note> : null}
            {instrument.items.map((item) => (
              <StatementRow
                key={item.id}
                {...{ item, place, who: person.who }}
                chosen={typed ? typed[item.id] : person.answers?.[item.id]}
                isMissing={missing.includes(item.id)}
              />
            ))}
          </section>
        );
      })}
      <p>
        <button className="ds-button pk-big" type="submit">
          {t("link.send")}
        </button>
      </p>
    </Form>
  );
}

function StatementRow(props: {
  item: RatingItem;
  place: string;
  who: string;
  chosen: string | number | undefined;
  isMissing: boolean;
}) {
  const { t, i18n } = useTexts("ratings");
  const { item, place, who, chosen, isMissing } = props;
  const name = answerField(place, item.id);
  const id = `${place}-${item.id}`;
  const isChosen = (value: string | number) => String(chosen ?? "") === String(value);
  const words = {
    low: inLanguage(item.low, i18n.language),
    high: inLanguage(item.high, i18n.language),
  };
  const statement = inLanguage(item.statement, i18n.language);
  return (
    <fieldset
      className="pk-rate__one"
      id={id}
      tabIndex={-1}
      aria-label={t("log.row", { statement, who })}
      aria-describedby={isMissing ? `${id}-ord ${id}-fel` : `${id}-ord`}
    >
      <p aria-hidden="true">
        <b>{statement}</b>
      </p>
      <p className="pk-soft pk-small" id={`${id}-ord`}>
        {t("link.scale", words)}
      </p>
      {isMissing ? (
        <p className="pk-error" id={`${id}-fel`}>
          {t("error.incomplete")}
        </p>
      ) : null}
      <div className="pk-answer-row">
        {scale.map((value) => (
          <label className="pk-answer" key={value}>
            <input type="radio" name={name} value={value} defaultChecked={isChosen(value)} />
            <span>{value}</span>
          </label>
        ))}
      </div>
      <div className="pk-passes">
        {skipReasons.map((reason) => (
          <label className="pk-pass" key={reason}>
            <input
              className="ds-input"
              type="radio"
              name={name}
              value={reason}
              defaultChecked={isChosen(reason)}
            />
            <span>{t(`skip.${reason}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
