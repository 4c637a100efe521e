import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { LogSince } from "#app/components/followups/log-since";
import { LogWhen } from "#app/components/followups/log-when";
import { NextChoices } from "#app/components/followups/next-choices";
import { RatingFields } from "#app/components/followups/rating-fields";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import { listValue, useFieldTexts } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";
import { logMarks, logSteps, presentParties } from "#app/domain/followups/contact-log";
import { type Followup, followupForms } from "#app/domain/followups/followup";
import type { LogForm } from "#app/domain/followups/log-form";
import type { NextProposal } from "#app/domain/followups/next-contact";

export type LogFormProps = {
  page: {
    followup: Pick<Followup, "form"> | null;
    agreement: { id: string };
    names: { participant: string; supervisor: string };
    next: { planned: Followup | null; proposals: readonly NextProposal[]; closed: readonly string[] };
    since: Parameters<typeof LogSince>[0]["since"];
    ratings: Parameters<typeof RatingFields>[0]["data"];
  };
  id: string;
  heldOn: string;
  heldAt: string;
  result: SubmissionResult | null;
  /** Rating answers of a form that was refused. */
  typed: Record<string, string>;
};
const ns = "visit";
const formId = "logg";

/** The quick log. An ordinary form: its page runs no React in the browser, only the script that keeps it in the phone. */
export function LogFields({ page, id, heldOn, heldAt, result, typed }: LogFormProps) {
  const { t } = useTexts(ns);
  const { followup } = page;
  const names = shortNames(page.names);
  const [form, fields] = useForm<LogForm>({
    id: formId,
    lastResult: result,
    defaultValue: { id, heldOn, heldAt, form: followup?.form, next: firstNext(page.next) },
  });
  const parties = { participant: names.participant, supervisor: names.supervisor, other: t("with.other") };
  const words = useFieldTexts(fields.words, ns, "hint");
  return (
    <Form method="post" reloadDocument {...getFormProps(form)} className="pk-visit__cols">
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? id)} />
      <input type="hidden" name="writtenAt" value="" disabled />
      <div className="pk-visit">
        <div data-problems>
          {result ? (
            <ErrorSummary formId={formId} ns={ns} errors={form.allErrors} labels="labels" order={order} />
          ) : null}
        </div>
        <section className="pk-panel pk-stack">
          <LogWhen fields={fields} open={Boolean(fields.heldOn.errors ?? fields.heldAt.errors)} />
          <Choices
            field={fields.form}
            ns={ns}
            type="radio"
            legend={t("labels.form")}
            choices={followupForms.map((value) => ({ value, label: t(`form.${value}`) }))}
          />
          <Choices
            field={fields.withWhom}
            ns={ns}
            type="checkbox"
            legend={t("labels.withWhom")}
            choices={presentParties.map((value) => ({ value, label: parties[value] }))}
          />
        </section>
        <RatingFields
          data={page.ratings}
          names={{ participant: names.participant, supervisor: names.supervisor }}
          typed={typed}
        />
        <section className="pk-panel pk-stack">
          <Choices
            field={fields.marks}
            ns={ns}
            type="checkbox"
            legend={t("labels.marks")}
            choices={logMarks.map((value) => ({ value, label: t(`mark.${value}`) }))}
          />
          <Choices
            field={fields.step}
            ns={ns}
            type="radio"
            legend={t("labels.step")}
            hint={t("stepHint")}
            choices={logSteps.map((value) => ({ value, label: t(`step.${value}`) }))}
          />
          <div className="ds-field">
            <label className="ds-label" htmlFor={fields.words.id}>
              {t("labels.words")}
            </label>
            <p className="pk-soft pk-small" data-field="description" id={words.hintId}>
              {t("wordsHint", { who: names.participant })}
            </p>
            <textarea
              className="ds-input"
              id={fields.words.id}
              name={fields.words.name}
              rows={3}
              autoCapitalize="sentences"
              spellCheck
              defaultValue={String(fields.words.initialValue ?? "")}
              aria-invalid={words.error ? true : undefined}
              aria-describedby={words.describedBy}
            />
            {words.error ? (
              <p className="pk-error" id={words.errorId}>
                {words.error}
              </p>
            ) : null}
          </div>
          <div data-dictate hidden>
            <button className="ds-button" data-variant="secondary" type="button">
              {t("dictate")}
            </button>
            <p className="pk-soft pk-small" role="status" data-dictate-hint />
          </div>
          <div className="pk-checks">
            <label className="pk-check">
              <input
                className="ds-input"
                type="checkbox"
                name="workingNote"
                value="on"
                defaultChecked={listValue(fields.workingNote).includes("on")}
              />
              <span>{t("workingNote", { who: names.participant })}</span>
            </label>
          </div>
        </section>
        <NextChoices
          fields={{ next: fields.next, nextOn: fields.nextOn, nextAt: fields.nextAt }}
          next={page.next}
          participant={names.participant}
          from={heldOn}
        />
        <div className="pk-savebar">
          <button className="ds-button pk-big" type="submit">
            {t(`save.${followup?.form ?? "any"}`)}
          </button>
          <p data-network role="status" />
        </div>
      </div>
      <aside className="pk-stack" aria-label={t("history.title")}>
        <LogSince since={page.since} agreementId={page.agreement.id} participant={names.participant} />
      </aside>
    </Form>
  );
}

const order = ["heldOn", "heldAt", "form", "withWhom", "marks", "step", "words", "next", "nextOn", "nextAt"];

/** Only a day may be proposed beforehand: the rhythm's own, else the first free one. */
function firstNext({ planned, proposals }: LogFormProps["page"]["next"]): string {
  if (planned) return "planned";
  const [first] = proposals;
  return first ? `${first.day}T${first.at}` : "none";
}

/** What people call each other, where the whole name has been said above: both whole when they are called the same. */
function shortNames({ participant, supervisor }: LogFormProps["page"]["names"]) {
  const first = (name: string) => name.split(" ")[0] ?? name;
  const isSame = first(participant) === first(supervisor);
  return isSame
    ? { participant, supervisor }
    : { participant: first(participant), supervisor: first(supervisor) };
}
