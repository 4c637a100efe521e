import { Form } from "@remix-run/react";
import { State } from "#app/components/ui/state";
import { useTexts } from "#app/components/ui/use-texts";
import type { ReminderKind } from "#app/domain/notifications/reminders";
import { formatDay, formatMoment } from "#app/i18n/format";

export type ReminderLine = {
  id: string;
  kind: ReminderKind;
  as: "party" | "staff";
  number: string | null;
  day: string | null;
  isChange: boolean;
  shownAt: string;
  isRead: boolean;
  isDone: boolean;
};

/** One reminder: what, when, and what can be done about it. Opening it is a form, so that it is marked as read. */
export function ReminderRow({ row }: { row: ReminderLine }) {
  const { t, i18n } = useTexts("notifications");
  const { id, kind, as, number, day, isChange, shownAt, isRead, isDone } = row;
  const isNamed = number !== null && day !== null;
  const text = isNamed
    ? t(`list.text.${isChange ? "change" : kind}_${as}`, { number, day: formatDay(i18n.language, day) })
    : t("list.text.neutral");
  const about = isNamed ? `, ${t("list.about", { number })}` : "";
  return (
    <li>
      <Form method="post" className="pk-panel pk-stack">
        <div>
          <p className="pk-row">
            {isDone ? <State tone="ok">{t("list.isDone")}</State> : null}
            {isRead || isDone ? null : <State tone="info">{t("list.unread")}</State>}
            <span className="pk-soft pk-small">
              {t("list.came", { when: formatMoment(i18n.language, shownAt) })}
            </span>
          </p>
          <p>{isRead ? text : <strong>{text}</strong>}</p>
        </div>
        <p className="pk-row">
          <input type="hidden" name="id" value={id} />
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="oppna">
            {t("list.open")}
            <span className="ds-sr-only">{about}</span>
          </button>
          {isRead ? null : (
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="last">
              {t("list.read")}
              <span className="ds-sr-only">{about}</span>
            </button>
          )}
          {isDone ? null : (
            <button className="ds-button" data-variant="tertiary" type="submit" name="gor" value="klart">
              {t("list.done")}
              <span className="ds-sr-only">{about}</span>
            </button>
          )}
        </p>
      </Form>
    </li>
  );
}
