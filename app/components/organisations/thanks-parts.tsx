import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { LessonFacts } from "#app/components/agreements/lessons-panel";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { LessonsForm, ListingChange } from "#app/domain/organisations/listing-lessons";
import type { WhatCame } from "#app/domain/reports/what-came-of-it";
import { formatNumber } from "#app/i18n/format";

const ns = "closing";
const tellable = ["arbete", "praktik", "arbetstraning_arbetsprovning", "utbildning"];

/** What came of it, when that can be told without telling of anybody. */
export function CamePanel({ came }: { came: WhatCame }) {
  const { t } = useTexts("closing");
  if (came.is === "nothing") return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="blev">
      <h2 id="blev">{t("thanks.came")}</h2>
      <p>
        {came.is === "told"
          ? t(`thanks.told.${tellable.includes(came.outcome) ? came.outcome : "other"}`)
          : t("thanks.numbers", { ended: came.ended, count: came.wentOn })}
      </p>
    </section>
  );
}

type Saved = {
  wentWell: string;
  toChange: string;
  byName: string;
  writtenAt: string;
  accepted: readonly string[];
};

/** What the employer has learnt, in own words; what was said before stands in the form. */
export function LessonsFormPanel({
  lessons,
  result,
}: {
  lessons: Saved | null;
  result: SubmissionResult | null;
}) {
  const { t } = useTexts("closing");
  const said = lessons && (lessons.wentWell || lessons.toChange) ? lessons : null;
  const [form, fields] = useForm<LessonsForm>({
    id: "lart",
    lastResult: result,
    defaultValue: { wentWell: said?.wentWell ?? "", toChange: said?.toChange ?? "" },
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="lart-rubrik">
      <h2 id="lart-rubrik">{t("thanks.lessons")}</h2>
      {said ? (
        <Note tone="ok" role="status">
          <p>{t("thanks.done")}</p>
        </Note>
      ) : (
        <p>{t("thanks.lessonsLead")}</p>
      )}
      {said ? <LessonFacts lessons={said} /> : null}
      <Form method="post" {...getFormProps(form)} className="pk-form">
        {result?.error ? <ErrorSummary formId="lart" ns={ns} errors={form.allErrors} /> : null}
        <input type="hidden" name="gor" value="lart" />
        <TextField field={fields.wentWell} ns={ns} label={t("thanks.wentWell")} rows={3} longest={800} />
        <TextField field={fields.toChange} ns={ns} label={t("thanks.toChange")} rows={3} longest={800} />
        <div className="pk-actions">
          <button className="ds-button" data-variant={said ? "secondary" : "primary"} type="submit">
            {t("thanks.button")}
          </button>
        </div>
      </Form>
    </section>
  );
}

/** The listing's proposed changes, all ticked: one button makes them. */
export function ChangesPanel(props: {
  changes: readonly ListingChange[];
  seen: string;
  placementId: number;
  hasAccepted: boolean;
}) {
  const { t } = useTexts("closing");
  const { changes, seen, placementId, hasAccepted } = props;
  const text = useChangeText();
  return (
    <section className="pk-panel pk-stack" aria-labelledby="andra">
      <h2 id="andra">{t("thanks.changes")}</h2>
      {hasAccepted ? (
        <Note tone="ok" role="status">
          <p>{t("thanks.accepted")}</p>
        </Note>
      ) : null}
      {changes.length === 0 ? (
        <p>{t("thanks.noChanges")}</p>
      ) : (
        <Form method="post" className="pk-form" key={seen}>
          <p>{t("thanks.changesLead")}</p>
          <input type="hidden" name="gor" value="andra" />
          <input type="hidden" name="seen" value={seen} />
          <div className="pk-checks">
            {changes.map((change) => {
              const [what, why] = text(change);
              return (
                <label className="pk-check" key={change.key}>
                  <input className="ds-input" type="checkbox" name="val" value={change.key} defaultChecked />
                  <span>
                    {what} <span className="pk-soft">{why}</span>
                  </span>
                </label>
              );
            })}
          </div>
          <div className="pk-actions">
            <button className="ds-button" type="submit">
              {t("thanks.accept")}
            </button>
          </div>
        </Form>
      )}
      <p>
        <a href={`/arbetsgivare/platser/${placementId}`}>{t("thanks.listing")}</a>
      </p>
    </section>
  );
}

function useChangeText() {
  const { t, i18n } = useTexts(["closing", "vocabulary"]);
  const hours = ([min, max]: readonly [number, number]) =>
    `${formatNumber(i18n.language, min)}–${formatNumber(i18n.language, max)}`;
  return (change: ListingChange): [what: string, why: string] => {
    if (change.is === "hours")
      return [
        t("thanks.change.hours", { from: hours(change.from), to: hours(change.to) }),
        t("thanks.because.hours"),
      ];
    if (change.is === "adaptation")
      return [
        t("thanks.change.adaptation", { what: t(`vocabulary:adaptation.${change.adaptation}`) }),
        t("thanks.because.adaptation"),
      ];
    const level = (value: number) =>
      t(`vocabulary:demandLevel.${change.demand}.${value}`).toLocaleLowerCase(i18n.language);
    return [
      t("thanks.change.demand", {
        what: t(`vocabulary:demand.${change.demand}`),
        from: level(change.from),
        to: level(change.to),
      }),
      t("thanks.because.demand", { what: t(`vocabulary:adaptation.${change.because}`) }),
    ];
  };
}
