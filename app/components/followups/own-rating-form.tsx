import { Form } from "@remix-run/react";
import { Face } from "#app/components/followups/face";
import { ListenButton } from "#app/components/followups/listen-button";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { placeOf } from "#app/domain/followups/form-place";
import { type InstrumentVersion, inLanguage, type RatingItem } from "#app/domain/followups/instrument";
import { answerOf, scale, skipReasons } from "#app/domain/followups/rating";
import { answerField, formVersion } from "#app/domain/followups/rating-form";

type Place = { agreementId: string; title: string; instrument: InstrumentVersion };
/** What a form was refused for, by agreement, and what had been chosen. */
export type RatingAnswer = {
  typed: Record<string, Record<string, string>>;
  missing: Record<string, string[]>;
  whole?: "nothing" | "changed";
};

/**
 * A participant's statements, one at a time down the page: a face for each step, or why it is skipped. Nothing is chosen
 * beforehand. Works without script.
 */
export function OwnRatingForm({ places, answer }: { places: readonly Place[]; answer: RatingAnswer | null }) {
  const { t } = useTexts("ratings");
  return (
    <Form method="post" className="pk-stack">
      {places.map((place, index) => (
        <div className="pk-stack" key={place.agreementId}>
          <input type="hidden" name={placeOf(index)} value={place.agreementId} />
          <input type="hidden" name={`${placeOf(index)}.skattning`} value={formVersion(place.instrument)} />
          <p className="pk-h3">{t("own.place", { title: place.title })}</p>
          <Statements
            items={place.instrument.items}
            place={placeOf(index)}
            typed={answer?.typed[place.agreementId] ?? {}}
            missing={answer?.missing[place.agreementId] ?? []}
          />
        </div>
      ))}
      <p>
        <button className="ds-button pk-big" type="submit">
          {t("own.save")}
        </button>
      </p>
    </Form>
  );
}

/** The statements as the participant sees them; an administrator looks at them in the same way. */
export function Statements(props: {
  items: readonly RatingItem[];
  place: string;
  typed: Record<string, string>;
  missing: readonly string[];
}) {
  const { items, place, typed, missing } = props;
  return items.map((item, index) => (
    <Statement
      key={item.id}
      {...{ item, place, number: index + 1, count: items.length }}
      chosen={typed[item.id]}
      isMissing={missing.includes(item.id)}
    />
  ));
}

function Statement(props: {
  item: RatingItem;
  place: string;
  number: number;
  count: number;
  chosen: string | undefined;
  isMissing: boolean;
}) {
  const { t, i18n } = useTexts("ratings");
  const { item, place, number, count, chosen, isMissing } = props;
  const name = answerField(place, item.id);
  const id = `${place}-${item.id}`;
  const text = inLanguage(item.plain, i18n.language);
  const isSkipped = typeof answerOf(chosen) === "string";
  return (
    <fieldset
      className="pk-panel pk-statement"
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-text`}
      aria-describedby={isMissing ? `${id}-fel` : undefined}
    >
      <div className="pk-statement__head">
        <div>
          <p className="pk-soft pk-small">{t("own.number", { number, count })}</p>
          <h2 id={`${id}-text`}>{text}</h2>
        </div>
        <ListenButton text={text} />
      </div>
      {isMissing ? (
        <p className="pk-error" id={`${id}-fel`}>
          {t("error.incompleteOwn")}
        </p>
      ) : null}
      <div className="pk-rated-faces">
        {scale.map((value) => (
          <label className="pk-face-choice" key={value}>
            <input type="radio" name={name} value={value} defaultChecked={chosen === String(value)} />
            <Face value={value} />
            <span>{t(`face.${value}`)}</span>
          </label>
        ))}
      </div>
      <Unfold title={t("skipTitle")} open={isSkipped}>
        <div className="pk-checks">
          {skipReasons.map((reason) => (
            <label className="pk-check" key={reason}>
              <input
                className="ds-input"
                type="radio"
                name={name}
                value={reason}
                defaultChecked={chosen === reason}
              />
              <span>{t(`skip.${reason}`)}</span>
            </label>
          ))}
        </div>
      </Unfold>
    </fieldset>
  );
}
