import type { TFunction } from "i18next";
import { useTexts } from "#app/components/ui/use-texts";
import type { CaseEvent } from "#app/domain/profiles/case-events";
import { formatDate } from "#app/i18n/format";

/** What has happened in a case, the latest first; what is new since the last look says so. `hasOlder`: there is more. */
export function CaseEvents({ events, hasOlder }: { events: readonly CaseEvent[]; hasOlder: boolean }) {
  const { t, i18n } = useTexts(["assignment", "profiles"]);
  return (
    <section className="pk-panel pk-stack" aria-labelledby="hant">
      <h2 id="hant">{t("case.events")}</h2>
      {events.length === 0 ? <p>{t("case.noEvents")}</p> : null}
      <ol className="pk-events">
        {events.map((event) => (
          <li key={`${event.kind} ${event.at ?? event.on} ${event.agreementId} ${event.detail}`}>
            <span>
              {event.isNew ? (
                <span className="pk-state pk-state--word" data-tone="info">
                  {t("case.isNew")}
                </span>
              ) : null}{" "}
              <b>{eventText(t, i18n.language, event)}</b>
            </span>
            <span className="pk-soft">{formatDate(i18n.language, event.on)}</span>
          </li>
        ))}
      </ol>
      {hasOlder ? <p className="pk-soft">{t("case.older", { count: events.length })}</p> : null}
    </section>
  );
}

function eventText(t: TFunction, language: string, { kind, on, detail, step, verdict }: CaseEvent): string {
  if (step) return t(`profiles:cases.step.${step}`);
  if (kind === "paused") {
    const from = formatDate(language, on);
    return detail === ""
      ? t("case.event.pausedOpen", { from })
      : t("case.event.paused", { from, until: formatDate(language, detail) });
  }
  return t(`case.event.${kind}`, {
    milestone: kind === "report" ? t(`milestone.${detail}`).toLowerCase() : "",
    verdict: verdict ? t(`verdict.${verdict}`).toLowerCase() : "",
  });
}
