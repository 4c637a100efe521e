import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { partyName } from "#app/components/profiles/meeting/party-list";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { TaskList } from "#app/components/profiles/referral/task-list";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import type { AgendaItem, MeetingParty } from "#app/domain/profiles/meeting";

type LastResult = SubmissionResult<string[]> | null;

/** One case on the agenda as the coordinator leads it: a warning when somebody may not hear of it, the note, the way to the decision. */
export function AgendaCase(props: {
  item: AgendaItem & { without: MeetingParty[] };
  today: string;
  mayRemove: boolean;
  lastResult: LastResult;
}) {
  const { item, today, mayRemove, lastResult } = props;
  const { t } = useTranslation("referrals");
  const id = `a-${item.id}`;
  const [form, fields] = useForm<{ note: string }>({
    id,
    lastResult,
    defaultValue: { note: item.note },
  });
  const isOpen = item.status === "sent" || item.status === "taken_up";
  return (
    <li className="pk-agenda-case" id={`arende-${item.id}`}>
      <div className="pk-title">
        <div>
          <h3>
            <Link to={`/remisser/${item.referralId}`}>{item.code}</Link>
          </h3>
          <p>
            <ReferralState status={item.status} /> <span className="pk-soft">{item.agency}</span>
          </p>
        </div>
        <Link
          className="ds-button"
          data-variant="secondary"
          to={`/remisser/${item.referralId}`}
          aria-label={`${t(isOpen ? "meeting.decide" : "meeting.openCase")}: ${item.code}`}
        >
          {t(isOpen ? "meeting.decide" : "meeting.openCase")}
        </Link>
      </div>
      {item.without.length > 0 ? (
        <Note tone="warn">
          <p>{t("meeting.warn", { names: item.without.map(partyName).join("; ") })}</p>
        </Note>
      ) : null}
      <CaseWords item={item} />
      {item.tasks.length > 0 ? <TaskList tasks={item.tasks} today={today} /> : null}
      <Form method="post" {...getFormProps(form)} className="pk-stack">
        <input type="hidden" name="item" value={item.id} />
        <input type="hidden" name="version" value={item.version} />
        {form.errors?.[0] ? (
          <p className="pk-error" role="alert">
            {t(`error.${form.errors[0]}`)}
          </p>
        ) : null}
        <TextField
          field={fields.note}
          ns="referrals"
          label={`${t("meeting.note")} ${item.code}`}
          hint={t("meeting.noteHint")}
          rows={3}
          maxLength={4000}
        />
        <div className="pk-actions">
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="anteckna">
            {t("meeting.saveNote")}
          </button>
          {mayRemove ? (
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="ta-bort">
              {t("meeting.remove")}
            </button>
          ) : null}
        </div>
      </Form>
    </li>
  );
}

/** What a case is about, in few words. */
export function CaseWords({
  item,
}: {
  item: Pick<AgendaItem, "purpose" | "question" | "decision" | "mainResponsibleName">;
}) {
  const { t } = useTranslation("referrals");
  return (
    <div>
      {item.purpose ? <p>{t("meeting.purpose", { purpose: item.purpose })}</p> : null}
      {item.question ? <p>{t("meeting.question", { question: item.question })}</p> : null}
      {item.decision ? <p>{t("meeting.decision", { decision: item.decision })}</p> : null}
      {item.mainResponsibleName ? (
        <p>{t("show.mainResponsible", { name: item.mainResponsibleName })}</p>
      ) : null}
    </div>
  );
}
