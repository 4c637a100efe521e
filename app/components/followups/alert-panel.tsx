import { Form } from "@remix-run/react";
import { alertText } from "#app/components/followups/entry-words";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { Alert } from "#app/domain/followups/alerts";

/**
 * What the days give reason to ask about, each with a word about what was done; nothing when there is nothing. `typed`: the
 * word of one (`kind-since`) that was refused.
 */
export function AlertPanel({
  alerts,
  typed,
}: {
  alerts: readonly Alert[];
  typed?: { alert: string; note: string } | undefined;
}) {
  const { t, i18n } = useTexts("attendance");
  if (alerts.length === 0) return null;
  return (
    <section className="pk-stack" aria-labelledby="folj-upp">
      <h2 id="folj-upp" className="ds-sr-only">
        {t("alert.title")}
      </h2>
      {alerts.map((alert) => {
        const id = `${alert.kind}-${alert.since}`;
        return (
          <Note tone="warn" key={id}>
            <p>
              <strong>{alertText(t, i18n.language, alert)}</strong>
            </p>
            <Form method="post" className="pk-form">
              <input type="hidden" name="kind" value={alert.kind} />
              <input type="hidden" name="since" value={alert.since} />
              <TextField
                field={{ id, name: "note", initialValue: typed?.alert === id ? typed.note : "" }}
                ns="attendance"
                label={t("alert.note")}
                hint={t("alert.noteHint")}
                longest={300}
              />
              <p>
                <button className="ds-button" type="submit" name="gor" value="uppfoljt">
                  {t("alert.handle")}
                </button>
              </p>
            </Form>
          </Note>
        );
      })}
    </section>
  );
}
