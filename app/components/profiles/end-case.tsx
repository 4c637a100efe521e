import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { Note } from "#app/components/ui/note";
import { SelectField } from "#app/components/ui/select-field";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import type { StillOpen } from "#app/domain/profiles/closing";
import { outcomes } from "#app/domain/profiles/participant-vocabulary";

/** Ends somebody's case; `open` is what stands in the way. */
export function EndCase(props: { lastResult: SubmissionResult<string[]> | null; open: StillOpen[] }) {
  const { lastResult, open } = props;
  const { t } = useTexts("profiles");
  const [form, fields] = useForm<{ outcome: string }>({ id: "avsluta", lastResult });
  return (
    <Unfold title={t("end.title")} open={lastResult !== null || open.length > 0}>
      <p>{t("end.lead")}</p>
      {open.length > 0 ? (
        <Note tone="warn" role="alert">
          <p>{t("end.stillOpen")}</p>
          <ul>
            {open.map(({ kind, id, title, employerName }) => (
              <li key={id}>
                <Link to={kind === "proposal" ? `/forslag/${id}` : `/overenskommelser/${id}`}>
                  {t(`end.open.${kind}`, { title, employer: employerName })}
                </Link>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <Form method="post" className="pk-stack" {...getFormProps(form)}>
        <ErrorSummary formId="avsluta" ns="profiles" errors={form.allErrors} />
        <SelectField field={fields.outcome} ns="profiles" label={t("end.outcome")}>
          <option value="">{t("end.choose")}</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(`end.outcomes.${outcome}`)}
            </option>
          ))}
        </SelectField>
        <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="avsluta">
          {t("end.button")}
        </button>
      </Form>
    </Unfold>
  );
}
