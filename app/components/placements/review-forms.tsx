import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Choices } from "#app/components/ui/choices";
import { ErrorSummary } from "#app/components/ui/error-summary";
import type { FormField } from "#app/components/ui/form-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type Decision, moreReasons, refusalReasons } from "#app/domain/placements/review-decision";
import { type Demand, levels, type PlacementKind, placementKinds } from "#app/domain/placements/vocabulary";

export type ReviewAnswer = { decision: Decision; result: SubmissionResult<string[]> } | null;
type Values = Record<string, string | string[]>;

/** Approve: what the employer could not say has no answer until the coordinator has asked. */
export function ApproveForm(props: {
  answer: ReviewAnswer;
  kinds: readonly PlacementKind[];
  supportUnknown: boolean;
  unknown: readonly Demand[];
  /** Whom to let look after the employer's places, when that is the question. */
  claim: { name: string; employer: string } | null;
}) {
  const { t } = useTexts("offer");
  const { unknown, claim } = props;
  const { form, fields } = useReviewForm("approved", props.answer, {
    kinds: [...props.kinds],
  });
  const asksMore = unknown.length > 0 || props.supportUnknown;
  return (
    <Form method="post" className="pk-panel pk-stack" {...getFormProps(form)}>
      <h2>{t("review.approveTitle")}</h2>
      <ErrorSummary formId="approved" ns="offer" errors={form.allErrors} />
      <Choices
        field={fields.kinds!}
        ns="offer"
        type="checkbox"
        legend={t("review.kinds")}
        choices={placementKinds.map((value) => ({ value, label: t(`vocabulary:kind.${value}`) }))}
      />
      {asksMore ? (
        <>
          <h3>{t("review.complete")}</h3>
          <p className="pk-soft">{t("review.completeLead")}</p>
        </>
      ) : null}
      {unknown.map((demand) => (
        <Choices
          key={demand}
          field={fields[`demand_${demand}`]!}
          ns="offer"
          type="radio"
          inRow
          legend={t(`vocabulary:demand.${demand}`)}
          hint={t("review.notKnown")}
          choices={levels.map((level) => ({
            value: String(level),
            label: t(`vocabulary:demandLevel.${demand}.${level}`),
          }))}
        />
      ))}
      {props.supportUnknown ? (
        <Choices
          field={fields.supportLevel!}
          ns="offer"
          type="radio"
          legend={t("review.support")}
          hint={t("review.notKnown")}
          choices={levels.map((level) => ({ value: String(level), label: t(`vocabulary:support.${level}`) }))}
        />
      ) : null}
      {claim ? (
        <Choices
          field={fields.giveRights!}
          ns="offer"
          type="checkbox"
          legend={t("review.contact")}
          hint={t("review.rightsHint")}
          choices={[{ value: "yes", label: t("review.rights", claim) }]}
        />
      ) : null}
      <p className="pk-soft">{t("review.approveLead")}</p>
      <p>
        <button className="ds-button" type="submit" name="beslut" value="approved">
          {t("review.approve")}
        </button>
      </p>
    </Form>
  );
}

/** Ask for more, or refuse: closed until somebody needs it, and open when something has to be mended. */
export function ReasonsForm(props: {
  decision: "more_needed" | "refused";
  answer: ReviewAnswer;
  callPhone: string;
}) {
  const { t } = useTexts("offer");
  const { decision } = props;
  const key = decision === "refused" ? "refuse" : "more";
  const { form, fields, isMine } = useReviewForm(decision, props.answer, { phone: props.callPhone });
  const reasons: readonly string[] = decision === "refused" ? refusalReasons : moreReasons;
  return (
    <details className="pk-panel pk-offer__reasons" open={isMine || undefined}>
      <summary>
        <h2>{t(`review.${key}Title`)}</h2>
      </summary>
      <Form method="post" className="pk-stack" {...getFormProps(form)}>
        <p className="pk-soft">{t(`review.${key}Lead`)}</p>
        <ErrorSummary formId={decision} ns="offer" errors={form.allErrors} />
        <Choices
          field={fields.reasons!}
          ns="offer"
          type="checkbox"
          legend={t("review.reasons")}
          choices={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <TextField
          field={fields.note!}
          ns="offer"
          label={t("review.note")}
          hint={t("review.noteHint")}
          rows={3}
          longest={1000}
        />
        <TextField field={fields.phone!} ns="offer" label={t("review.phone")} type="tel" longest={30} />
        <p>
          <button className="ds-button" data-variant="secondary" type="submit" name="beslut" value={decision}>
            {t(`review.${key}`)}
          </button>
        </p>
      </Form>
    </details>
  );
}

function useReviewForm(decision: Decision, answer: ReviewAnswer, values: Values) {
  const isMine = answer?.decision === decision;
  const [form, fields] = useForm<Values>({
    id: decision,
    lastResult: isMine ? answer.result : null,
    defaultValue: isMine ? ({ ...values, ...answer.result.initialValue } as Values) : values,
  });
  return { form, fields: fields as Record<string, FormField | undefined>, isMine };
}

/** A heading with terms and values below it. */
export function FactPanel({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="pk-panel pk-stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
