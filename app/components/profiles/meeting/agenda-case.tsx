import { Form, Link } from "@remix-run/react";
import { partyName } from "#app/components/profiles/meeting/party-list";
import { ReferralState } from "#app/components/profiles/referral/referral-state";
import { TaskList } from "#app/components/profiles/referral/task-list";
import { Note } from "#app/components/ui/note";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgendaItem, MeetingParty } from "#app/domain/profiles/meeting";

/** The one form of all notes of the agenda: its fields stand with their cases, and every button of it saves them all. */
export const notesForm = "anteckningar";

/** One case on the agenda as the coordinator leads it: a warning when somebody may not hear of it, the note, the way to the decision. */
export function AgendaCase(props: {
  item: AgendaItem & { without: MeetingParty[] };
  today: string;
  mayRemove: boolean;
  /** What was typed and not saved. */
  typed: string | null;
  error: string | null;
}) {
  const { item, today, mayRemove, typed, error } = props;
  const { t } = useTexts("referrals");
  const id = `a-${item.id}`;
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
      <div className="ds-field">
        <label className="ds-label" htmlFor={id}>
          {`${t("meeting.note")} ${item.code}`}
        </label>
        <p className="pk-soft pk-small" data-field="description" id={`${id}-hint`}>
          {t("meeting.noteHint")}
        </p>
        {error ? (
          <p className="pk-error" id={`${id}-fel`}>
            {t(`error.${error}`)}
          </p>
        ) : null}
        {error === "changed_meanwhile" && item.note ? (
          <p>{t("meeting.stands", { note: item.note })}</p>
        ) : null}
        <textarea
          className="ds-input"
          id={id}
          form={notesForm}
          name={`note-${item.id}`}
          rows={3}
          defaultValue={typed ?? item.note}
          aria-describedby={error ? `${id}-hint ${id}-fel` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <input type="hidden" form={notesForm} name="item" value={item.id} />
      <input type="hidden" form={notesForm} name={`version-${item.id}`} value={item.version} />
      <input type="hidden" form={notesForm} name={`read-${item.id}`} value={item.note} />
      <div className="pk-actions">
        <button
          className="ds-button"
          data-variant="secondary"
          type="submit"
          form={notesForm}
          name="gor"
          value="anteckna"
        >
          {t("meeting.saveNotes")}
        </button>
        {mayRemove ? (
          <Form method="post">
            <input type="hidden" name="item" value={item.id} />
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="ta-bort">
              {t("meeting.remove")}
            </button>
          </Form>
        ) : null}
      </div>
    </li>
  );
}

/** What a case is about, in few words. */
export function CaseWords({
  item,
}: {
  item: Pick<AgendaItem, "purpose" | "question" | "decision" | "mainResponsibleName">;
}) {
  const { t } = useTexts("referrals");
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
