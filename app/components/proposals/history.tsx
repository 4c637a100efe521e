import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { ProposalEvent } from "#app/domain/matching/proposal";
import { formatMoment } from "#app/i18n/format";

/** What has happened with a proposal, oldest first. */
export function History({ events }: { events: ProposalEvent[] }) {
  const { t, i18n } = useTexts(["proposals", "vocabulary"]);
  return (
    <ol className="pk-line">
      {events.map((event) => (
        <li key={`${event.to}-${event.at}`}>
          <Icon name="checkCircle" />
          <b>{t(`status.${event.to}`)}</b>
          <span>
            {t("show.by", { name: event.byName, role: t(`vocabulary:role.${event.byRole}`) })}
            {event.how ? ` · ${t(`how.${event.how}`)}` : null}
            {event.reason ? ` · ${t(`reason.${event.reason}`)}` : null}
          </span>
          {event.note ? <span>{event.note}</span> : null}
          <time dateTime={event.at}>{formatMoment(i18n.language, event.at)}</time>
        </li>
      ))}
    </ol>
  );
}
