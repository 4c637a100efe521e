import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";
import { activityKinds } from "#app/domain/profiles/plan";
import type { WayEvent, WayTime } from "#app/domain/profiles/plan-timeline";
import { formatDate, formatMoment } from "#app/i18n/format";

const icons = { past: "checkCircle", now: "compass", future: "clock" } as const;

/** The person's way: what has been, what goes on, what is to come. State in icon, words and line, never colour alone. */
export function WayList({ way }: { way: (WayEvent & { time: WayTime })[] }) {
  const { t, i18n } = useTexts("plan");
  const day = (on: string) => formatDate(i18n.language, on);
  return (
    <ol className="pk-line">
      {way.map((event) => (
        <li
          key={event.key}
          data-future={event.time === "future" || undefined}
          data-now={event.time === "now" || undefined}
        >
          <Icon name={icons[event.time]} />
          <b>{event.kind === "activity" ? activityTitle(event.title, t) : t(`way.${event.kind}`)}</b>
          {event.kind !== "activity" && event.title ? <span>{event.title}</span> : null}
          <span className="pk-soft pk-small">
            {event.at ? formatMoment(i18n.language, event.at) : day(event.on)}
            {event.until ? ` – ${day(event.until)}` : null}
            {event.time === "past" ? null : ` · ${t(`staff.${event.time}`)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Care beside the plan comes without a word to a case worker: its kind says what it is. */
function activityTitle(title: string, t: (key: string) => string): string {
  return (activityKinds as readonly string[]).includes(title) ? t(`kind.${title}`) : title;
}
