import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { AcceptForm, TaskForm } from "#app/domain/profiles/referral-form";
import { closeReasons, returnReasons } from "#app/domain/profiles/referral-status";

type LastResult = SubmissionResult<string[]> | null;
type Responsible = { value: string; name: string; role: string; isParticipant: boolean };
const ns = "referrals";

function People({ people }: { people: Responsible[] }) {
  const { t } = useTexts(ns);
  return (
    <>
      <option value="">{t("form.choose")}</option>
      {people.map(({ value, name, role, isParticipant }) => (
        <option key={value} value={value}>
          {isParticipant ? t("show.participant") : t("show.by", { name, role: t(`show.role.${role}`) })}
        </option>
      ))}
    </>
  );
}

/** The decision to take somebody in. */
export function AcceptReferral(props: {
  people: Responsible[];
  /** The referral has its participant: nobody asks who. */
  isKnown: boolean;
  nextReference: string | null;
  /** The code of somebody enrolled whom the referral seems to be about. */
  enrolled: string | null;
  /** Somebody new can be invited by mail. */
  mayInvite: boolean;
  lastResult: LastResult;
}) {
  const { people, isKnown, nextReference, enrolled, mayInvite, lastResult } = props;
  const { t } = useTexts([ns, "profiles"]);
  const [form, fields] = useForm<AcceptForm>({
    id: "beslut",
    lastResult,
    defaultValue: enrolled
      ? { who: "existing", reference: enrolled, invite: "on" }
      : { who: "new", reference: nextReference ?? "", invite: "on" },
  });
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      <h3>{t("show.accept")}</h3>
      <p>{t("show.acceptLead")}</p>
      <ErrorSummary formId="beslut" ns={ns} errors={form.allErrors} />
      <TextField
        field={fields.decision}
        ns={ns}
        label={t("show.decision")}
        hint={t("show.decisionHint")}
        rows={3}
        longest={1000}
      />
      <SelectField field={fields.responsible} ns={ns} label={t("show.responsible")}>
        <People people={people.filter(({ isParticipant }) => !isParticipant)} />
      </SelectField>
      {isKnown ? null : (
        <>
          <Choices
            field={fields.who}
            ns={ns}
            type="radio"
            legend={t("show.whoLegend")}
            choices={[
              { value: "new", label: t("show.whoNew") },
              { value: "existing", label: t("show.whoExisting") },
            ]}
          />
          <TextField
            field={fields.reference}
            ns={ns}
            label={t("show.reference")}
            hint={t("show.referenceHint")}
            autoComplete="off"
            maxLength={20}
          />
          {enrolled ? (
            <Choices
              field={fields.another}
              ns={ns}
              type="checkbox"
              legend={t("show.anotherLegend", { reference: enrolled })}
              hint={t("show.anotherHint", { next: nextReference ?? "" })}
              choices={[{ value: "on", label: t("show.another") }]}
            />
          ) : null}
          {mayInvite ? (
            <Choices
              field={fields.invite}
              ns={ns}
              type="checkbox"
              legend={t("profiles:invite.legend")}
              hint={t("profiles:invite.hintNew")}
              choices={[{ value: "on", label: t("profiles:invite.tick") }]}
            />
          ) : null}
        </>
      )}
      <fieldset className="pk-question">
        <legend className="ds-label">{t("show.firstTask")}</legend>
        <p className="pk-soft pk-small">{t("show.firstTaskHint")}</p>
        <TaskFields fields={fields} people={people} />
      </fieldset>
      <button className="ds-button" type="submit" name="gor" value="ta-in">
        {t("show.acceptButton")}
      </button>
    </Form>
  );
}

function TaskFields(props: {
  fields: Record<"task" | "taskResponsible" | "taskDue", FormField>;
  people: Responsible[];
}) {
  const { fields, people } = props;
  const { t } = useTexts(ns);
  return (
    <div className="pk-stack">
      <TextField field={fields.task} ns={ns} label={t("show.task")} longest={300} />
      <div className="pk-fields">
        <SelectField field={fields.taskResponsible} ns={ns} label={t("show.taskResponsible")}>
          <People people={people} />
        </SelectField>
        <TextField field={fields.taskDue} ns={ns} label={t("show.taskDue")} type="date" />
      </div>
    </div>
  );
}

/** One more thing that somebody does. */
export function AddTask({
  people,
  formKey,
  lastResult,
}: {
  people: Responsible[];
  formKey: string;
  lastResult: LastResult;
}) {
  const { t } = useTexts(ns);
  const [form, fields] = useForm<TaskForm>({ id: "uppgift", lastResult });
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      <ErrorSummary formId="uppgift" ns={ns} errors={form.allErrors} />
      <input type="hidden" name="key" value={formKey} />
      <TaskFields fields={fields} people={people} />
      <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="uppgift">
        {t("show.addTask")}
      </button>
    </Form>
  );
}

/** Sent back, with a reason and what would help. */
export function ReturnReferral({ lastResult }: { lastResult: LastResult }) {
  const { t } = useTexts(ns);
  const [form, fields] = useForm<{ reason: string; text: string }>({ id: "atersand", lastResult });
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      <p>{t("show.returnLead")}</p>
      <ErrorSummary formId="atersand" ns={ns} errors={form.allErrors} />
      <SelectField field={fields.reason} ns={ns} label={t("show.reason")}>
        <option value="">{t("form.choose")}</option>
        {returnReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`returnReason.${reason}`)}
          </option>
        ))}
      </SelectField>
      <TextField field={fields.text} ns={ns} label={t("show.returnText")} rows={3} longest={1000} />
      <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="atersand">
        {t("show.returnButton")}
      </button>
    </Form>
  );
}

/** The end of a case that was accepted. */
export function CloseReferral({ lastResult }: { lastResult: LastResult }) {
  const { t } = useTexts(ns);
  const [form, fields] = useForm<{ reason: string }>({ id: "avsluta", lastResult });
  return (
    <Form method="post" className="pk-form" {...getFormProps(form)}>
      <ErrorSummary formId="avsluta" ns={ns} errors={form.allErrors} />
      <SelectField field={fields.reason} ns={ns} label={t("show.reason")}>
        <option value="">{t("form.choose")}</option>
        {closeReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`closeReason.${reason}`)}
          </option>
        ))}
      </SelectField>
      <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="avsluta">
        {t("show.closeButton")}
      </button>
    </Form>
  );
}
