import { Form } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { employerReasons } from "#app/domain/matching/proposal-status";

export type TypedAnswer = { answer: string; reason: string; note: string };

/** Yes, let us meet, or no with a reason. Two forms: a yes shall never send a reason for a no. */
export function EmployerAnswerForm({
  typed,
  lacksReason,
}: {
  typed: TypedAnswer | null;
  /** A no came without a reason: said in our own words, not in the browser's. */
  lacksReason: boolean;
}) {
  const { t } = useTexts(["employer", "proposals"]);
  const saidNo = typed?.answer === "nej";
  return (
    <>
      <Form method="post" className="pk-form">
        <div className="ds-field">
          <label className="ds-label" htmlFor="halsning">
            {t("show.note")}
          </label>
          <p className="pk-hint" id="halsning-hjalp">
            {t("show.noteHint")}
          </p>
          <textarea
            className="ds-input"
            id="halsning"
            name="note"
            rows={2}
            aria-describedby="halsning-hjalp"
            defaultValue={saidNo ? "" : typed?.note}
          />
        </div>
        <div className="pk-row">
          <button className="ds-button" type="submit" name="answer" value="ja">
            {t("show.yes")}
          </button>
          <button className="ds-button" data-variant="secondary" type="submit" name="answer" value="traffas">
            {t("show.meet")}
          </button>
        </div>
      </Form>
      <details className="pk-unfold" open={saidNo}>
        <summary>{t("show.no")}</summary>
        <Form method="post" className="pk-form">
          <p>{t("show.noLead")}</p>
          <fieldset>
            <legend>{t("show.why")}</legend>
            {lacksReason ? (
              <p className="pk-error" id="varfor-fel">
                {t("proposals:error.reason_missing")}
              </p>
            ) : null}
            <div className="pk-checks">
              {employerReasons.map((reason) => (
                <label className="pk-check" key={reason}>
                  <input
                    className="ds-input"
                    type="radio"
                    name="reason"
                    value={reason}
                    aria-describedby={lacksReason ? "varfor-fel" : undefined}
                    defaultChecked={saidNo && typed.reason === reason}
                  />
                  {t(`proposals:reason.${reason}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <div className="ds-field">
            <label className="ds-label" htmlFor="varfor-inte">
              {t("show.note")}
            </label>
            <textarea
              className="ds-input"
              id="varfor-inte"
              name="note"
              rows={2}
              defaultValue={saidNo ? typed.note : ""}
            />
          </div>
          <div>
            <button className="ds-button" data-variant="secondary" type="submit" name="answer" value="nej">
              {t("show.sendNo")}
            </button>
          </div>
        </Form>
      </details>
    </>
  );
}
