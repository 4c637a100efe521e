import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OwnRatingList } from "#app/components/profiles/kartlaggning/own-ratings";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { useFormId } from "#app/components/ui/use-form-id";
import { answerLists } from "#app/domain/profiles/kartlaggning-parts";
import type { OwnRating } from "#app/domain/profiles/own-rating";

/** The participant's own answer to how much one believes in oneself, and what one said before. */
export function RateOneself(props: {
  ratings: readonly OwnRating[];
  lastResult: SubmissionResult<string[]> | null;
  /** The page's data: read again when the answer was taken. */
  loaded: unknown;
}) {
  const { t } = useTranslation("kartlaggning");
  const [latest] = props.ratings;
  const [form, fields] = useForm<{ rating: string }>({
    id: useFormId("skattning", props.loaded),
    lastResult: props.lastResult,
    ...(latest ? { defaultValue: { rating: String(latest.rating) } } : {}),
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="tro">
      <h2 id="tro">{t("ownRating.ask")}</h2>
      <p>{t("ownRating.why")}</p>
      <Form method="post" className="pk-stack" key={form.id} {...getFormProps(form)} aria-labelledby="tro">
        <ErrorSummary formId={form.id} ns="kartlaggning" errors={form.allErrors} />
        <Choices
          field={fields.rating}
          ns="kartlaggning"
          type="radio"
          legend={t("ownRating.legend")}
          choices={answerLists.rating.map((value) => ({ value, label: t(`word.rating.${value}`) }))}
        />
        <button className="ds-button pk-big" data-variant="secondary" type="submit" name="gor" value="skatta">
          {t("ownRating.save")}
        </button>
      </Form>
      {props.ratings.length > 0 ? (
        <>
          <h3>{t("ownRating.before")}</h3>
          <OwnRatingList ratings={props.ratings} />
        </>
      ) : null}
    </section>
  );
}
