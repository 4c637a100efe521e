import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { WayForm as Values, WayThere } from "#app/domain/followups/way-there";
import { formatDateTime } from "#app/i18n/format";

const ns = "today";

/** How to get there, what to bring and how the supervisor is known. `conflict`: somebody else wrote meanwhile. */
export function WayForm(props: {
  way: WayThere & { savedByName: string; savedAt: string | null };
  result: SubmissionResult | null;
  conflict: boolean;
}) {
  const { t, i18n } = useTexts(ns);
  const { way, result, conflict } = props;
  const [form, fields] = useForm<Values>({
    id: "vagen",
    lastResult: result,
    defaultValue: { steps: way.steps, bring: way.bring, recognise: way.recognise },
  });
  return (
    <section className="pk-panel pk-stack" aria-labelledby="vagen-rubrik">
      <h2 id="vagen-rubrik">{t("staff.steps")}</h2>
      {conflict ? (
        <Note tone="warn" role="alert">
          <p>{t("staff.conflict")}</p>
          <p>
            <b>{t("staff.now")}</b>
          </p>
          <p className="pk-lines">{[way.steps, way.bring, way.recognise].filter(Boolean).join("\n")}</p>
        </Note>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="pk-form">
        {result && !conflict ? <ErrorSummary formId="vagen" ns={ns} errors={form.allErrors} /> : null}
        <input type="hidden" name="gor" value="vagen" />
        <input type="hidden" name="version" value={way.version} />
        <TextField
          field={fields.steps}
          ns={ns}
          label={t("staff.steps")}
          hint={t("staff.stepsHint")}
          rows={5}
          longest={1500}
        />
        <TextField
          field={fields.bring}
          ns={ns}
          label={t("staff.bring")}
          hint={t("staff.bringHint")}
          longest={300}
        />
        <TextField
          field={fields.recognise}
          ns={ns}
          label={t("staff.recognise")}
          hint={t("staff.recogniseHint")}
          longest={200}
        />
        <div className="pk-actions">
          <button className="ds-button" type="submit">
            {t("staff.save")}
          </button>
        </div>
      </Form>
      <p className="pk-soft pk-small">
        {t("staff.keeps")}{" "}
        {way.savedAt
          ? t("staff.saved", { name: way.savedByName, when: formatDateTime(i18n.language, way.savedAt) })
          : null}
      </p>
    </section>
  );
}
