import { useTexts } from "#app/components/ui/use-texts";
import type { ContactLog } from "#app/domain/followups/contact-log";
import { formatMoment } from "#app/i18n/format";

/** What was said at contacts, the latest first. A participant is shown no working note: none is read for one. */
export function LogList({ logs }: { logs: readonly ContactLog[] }) {
  const { t, i18n } = useTexts("visit");
  return (
    <ul className="pk-plain pk-logs">
      {logs.map((log) => (
        <li key={log.id}>
          <p>
            <b>
              {t("history.line", {
                form: t(`form.${log.form}`),
                when: formatMoment(i18n.language, log.heldAt),
                by: log.byName,
              })}
            </b>
          </p>
          {log.words ? <p className="pk-lines">{log.words}</p> : null}
          <p className="pk-soft pk-small">
            {[
              ...log.marks.map((mark) => t(`mark.${mark}`)),
              log.step ? t(`step.${log.step}`) : "",
              log.isWorkingNote ? t("history.workingNote") : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The same as a panel of a page: staff's with the way to write one, the participant's with what it is. */
export function LogHistory(props: { logs: readonly ContactLog[]; voice: "staff" | "own"; logAt?: string }) {
  const { t } = useTexts("visit");
  const { logs, voice, logAt } = props;
  if (logs.length === 0 && voice === "own") return null;
  return (
    <section className="pk-panel pk-stack" id="samtal" aria-labelledby="samtal-rubrik">
      <h2 id="samtal-rubrik" className="pk-h3">
        {t("history.title")}
      </h2>
      {voice === "own" ? <p className="pk-soft">{t("history.own")}</p> : null}
      {logs.length > 0 ? <LogList logs={logs} /> : <p className="pk-soft">{t("history.empty")}</p>}
      {logAt ? (
        <p>
          <a className="ds-button" data-variant="secondary" href={logAt}>
            {t("history.log")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
