import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTexts } from "#app/components/ui/use-texts";
import {
  answeredHows,
  employerReasons,
  type ProposalStatus,
  participantReasons,
} from "#app/domain/matching/proposal-status";

/** What was typed, given back when a step was refused. */
export type TypedStep = {
  to: string;
  how: string;
  reason: string;
  note: string;
  date: string;
  time: string;
  place: string;
  nameAgreed: string;
};

const reasons: Partial<Record<ProposalStatus, readonly string[]>> = {
  participant_no: participantReasons,
  employer_no: employerReasons,
};
const noted: readonly ProposalStatus[] = [
  "participant_yes",
  "participant_no",
  "employer_yes",
  "employer_maybe_meet",
  "employer_no",
];

/** One step of a proposal as staff take it: the fields that the step needs, and one button named by its result. */
export function StepForm({
  to,
  typed,
  primary,
}: {
  to: ProposalStatus;
  typed: TypedStep | null;
  primary: boolean;
}) {
  const { t } = useTexts("proposals");
  const id = useId();
  const kept = typed?.to === to ? typed : null;
  const options = (key: string, values: readonly string[]) =>
    values.map((value) => (
      <option key={value} value={value}>
        {t(`${key}.${value}`)}
      </option>
    ));
  return (
    <Form method="post" className="pk-form">
      <input type="hidden" name="to" value={to} />
      {to === "visit_booked" ? (
        <div className="pk-fields">
          <Labelled id={`${id}-date`} text={t("field.date")}>
            <input
              className="ds-input"
              id={`${id}-date`}
              type="date"
              name="date"
              required
              defaultValue={kept?.date}
            />
          </Labelled>
          <Labelled id={`${id}-time`} text={t("field.time")}>
            <input
              className="ds-input"
              id={`${id}-time`}
              type="time"
              name="time"
              required
              defaultValue={kept?.time}
            />
          </Labelled>
          <Labelled id={`${id}-place`} text={t("field.place")}>
            <input className="ds-input" id={`${id}-place`} name="place" required defaultValue={kept?.place} />
          </Labelled>
        </div>
      ) : null}
      {to === "visit_booked" ? (
        <>
          <p>{t("field.nameIsTold")}</p>
          <label className="pk-check">
            <input
              className="ds-input"
              type="checkbox"
              name="nameAgreed"
              required
              defaultChecked={kept?.nameAgreed === "on"}
            />
            <span>{t("field.nameAgreed")}</span>
          </label>
        </>
      ) : null}
      {noted.includes(to) ? (
        <Labelled id={`${id}-how`} text={t("field.how")}>
          <select className="ds-input" id={`${id}-how`} name="how" required defaultValue={kept?.how ?? ""}>
            <option value="">{t("field.choose")}</option>
            {options("how", answeredHows)}
          </select>
        </Labelled>
      ) : null}
      {reasons[to] ? (
        <Labelled id={`${id}-reason`} text={t("field.reason")}>
          <select
            className="ds-input"
            id={`${id}-reason`}
            name="reason"
            required
            defaultValue={kept?.reason ?? ""}
          >
            <option value="">{t("field.choose")}</option>
            {options("reason", reasons[to])}
          </select>
        </Labelled>
      ) : null}
      {noted.includes(to) ? (
        <Labelled id={`${id}-note`} text={t("field.note")}>
          <textarea className="ds-input" id={`${id}-note`} name="note" rows={2} defaultValue={kept?.note} />
        </Labelled>
      ) : null}
      <p>
        <button className="ds-button" data-variant={primary ? "primary" : "secondary"} type="submit">
          {t(`step.${to}`)}
        </button>
      </p>
    </Form>
  );
}

function Labelled({ id, text, children }: { id: string; text: string; children: React.ReactNode }) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {text}
      </label>
      {children}
    </div>
  );
}
