import { Form } from "@remix-run/react";
import { presenceText } from "#app/components/followups/entry-words";
import { useTexts } from "#app/components/ui/use-texts";
import type { Entry } from "#app/domain/followups/attendance";
import { formatDay, formatMoment } from "#app/i18n/format";

/** How the supervisor is asked about the week that is shown. */
export function SendLinkPanel(props: {
  supervisor: { name: string; address: string | null; askedAt: string | null; waitUntil: string | null };
  monday: string;
}) {
  const { t, i18n } = useTexts("attendance");
  const { name, address, askedAt, waitUntil } = props.supervisor;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="lank">
      <h2 id="lank" className="pk-h3">
        {t("send.title")}
      </h2>
      {address === null ? <p>{t("send.noAddress", { name })}</p> : <p>{t("send.text", { name })}</p>}
      {address ? <p className="pk-soft">{t("send.to", { address })}</p> : null}
      {askedAt ? (
        <p className="pk-soft">{t("send.asked", { when: formatMoment(i18n.language, askedAt) })}</p>
      ) : null}
      {address && !waitUntil ? (
        <Form method="post">
          <input type="hidden" name="monday" value={props.monday} />
          <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="lank">
            {t("send.button")}
          </button>
        </Form>
      ) : null}
      {waitUntil ? (
        <p className="pk-soft">{t("error.too_soon", { when: formatMoment(i18n.language, waitUntil) })}</p>
      ) : null}
    </section>
  );
}

/** What was written of the week's days before it was changed. */
export function EarlierPanel({ entries }: { entries: readonly Entry[] }) {
  const { t, i18n } = useTexts("attendance");
  if (entries.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="tidigare">
      <h2 id="tidigare" className="pk-h3">
        {t("show.earlier")}
      </h2>
      <ul className="pk-events">
        {entries.map((entry) => (
          <li key={`${entry.day} ${entry.version}`}>
            {t("show.earlierLine", {
              day: formatDay(i18n.language, entry.day),
              what: presenceText(t, i18n.language, entry),
              who: entry.byName,
              when: formatMoment(i18n.language, entry.at),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody has taken care of. */
export function HandledPanel(props: {
  handled: readonly { kind: string; since: string; note: string; byName: string; at: string }[];
}) {
  const { t, i18n } = useTexts("attendance");
  if (props.handled.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="uppfoljt">
      <h2 id="uppfoljt" className="pk-h3">
        {t("alert.handled")}
      </h2>
      <ul className="pk-events">
        {props.handled.map(({ kind, since, note, byName, at }) => (
          <li key={`${kind} ${since}`}>
            <b>{t(`alert.name.${kind}`, { day: formatDay(i18n.language, since) })}</b>
            {note ? <span>{note}</span> : null}
            <span className="pk-soft">
              {t("alert.handledLine", { who: byName, when: formatMoment(i18n.language, at) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
