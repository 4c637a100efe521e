import { titleOf } from "#app/components/followups/next-event-card";
import { whenText } from "#app/components/profiles/plan/when-text";
import { useTexts } from "#app/components/ui/use-texts";
import type { NextEvent } from "#app/domain/followups/next-event";

/** What comes after the next event; nothing when there is nothing. */
export function LaterEvents({ events, today }: { events: readonly NextEvent[]; today: string }) {
  const { t, i18n } = useTexts(["plan", "today"]);
  if (events.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="sedan">
      <h2 id="sedan">{t("own.later")}</h2>
      <ul className="pk-rows">
        {events.map((one) => (
          <li key={one.key}>
            <div>
              <p>
                <strong>{whenText(t, i18n.language, one, today)}</strong>
              </p>
              <p>{titleOf(t, one)}</p>
              {one.place && one.kind !== "contact" ? <p className="pk-soft pk-lines">{one.place}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
