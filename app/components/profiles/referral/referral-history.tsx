import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import type { ReferralEvent } from "#app/domain/profiles/referral";
import { formatMoment } from "#app/i18n/format";

/** What has happened with a referral, oldest first. */
export function ReferralHistory({ events }: { events: ReferralEvent[] }) {
  const { t, i18n } = useTexts("referrals");
  if (events.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="historia">
      <h2 id="historia">{t("show.history")}</h2>
      <ol className="pk-line">
        {events.map((event) => (
          <li key={event.id}>
            <Icon name="checkCircle" />
            <b>{t(event.to === "sent" && event.from !== null ? "event.again" : `event.${event.to}`)}</b>
            <span>
              {t("show.by", { name: event.byName, role: t(`show.role.${event.byRole}`) })}
              {event.reason ? ` · ${reasonText(t, event)}` : null}
            </span>
            {event.note ? <span className="pk-lines">{event.note}</span> : null}
            <time dateTime={event.at}>{formatMoment(i18n.language, event.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function reasonText(t: (key: string) => string, { to, reason }: ReferralEvent): string {
  return t(to === "closed" ? `closeReason.${reason}` : `returnReason.${reason}`);
}
