import { hoursText, timesText } from "#app/components/agreements/agreement-words";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { weekOf, weeksIn } from "#app/domain/agreements/period";
import { sumHours } from "#app/domain/agreements/schedule";
import { hoursInWeek, levelsOf } from "#app/domain/agreements/step-plan";
import { weekdays } from "#app/domain/placements/vocabulary";
import { formatDate, formatNumber } from "#app/i18n/format";

/** The days and times that are agreed, what the plan says of this week when that is more, and the days that fall away. */
export function WeekPanel(props: {
  content: AgreementDraft;
  /** Null when it has ended: then no week is now. */
  today: string | null;
  daysOff: readonly { day: string; name: string | null }[];
}) {
  const { t, i18n } = useTexts("agreements");
  const { schedule, stepPlan, period } = props.content;
  if (schedule.length === 0) return null;
  const weeks = period.startsOn && period.endsOn ? weeksIn(period) : 0;
  const [first] = levelsOf(stepPlan, weeks);
  const current = props.today === null ? 0 : weekOf(period, props.today);
  const isLater = first && current > first.toWeek && current <= weeks;
  const shown = weekdays.filter((day, index) => index < 5 || schedule.some(({ weekday }) => weekday === day));
  return (
    <section className="pk-panel" aria-labelledby="veckan">
      <div className="pk-panel__head">
        <h2 id="veckan">{t("show.theWeek")}</h2>
        <p>
          <strong>{t("show.weekSum", { hours: formatNumber(i18n.language, sumHours(schedule)) })}</strong>{" "}
          {first && weeks > 0 ? (
            <span className="pk-soft">{t("show.weekFrom", { from: first.fromWeek, to: first.toWeek })}</span>
          ) : null}
        </p>
      </div>
      <ol className="pk-week" data-days={shown.length}>
        {shown.map((day) => {
          const sessions = schedule.filter(({ weekday }) => weekday === day);
          return (
            <li key={day} data-on={sessions.length > 0 || undefined}>
              <b>{t(`weekday.${day}`)}</b>
              {sessions.length === 0 ? <span>{t("off")}</span> : null}
              {sessions.map((session) => (
                <span className="pk-num" key={session.from}>
                  {timesText(session)}
                  {session.breakMinutes ? ` ${t("show.pause", { minutes: session.breakMinutes })}` : ""}
                </span>
              ))}
              {sessions.length > 0 ? <span>{hoursText(t, i18n.language, sumHours(sessions))}</span> : null}
            </li>
          );
        })}
      </ol>
      {isLater ? (
        <p>
          {t("show.thisWeek", {
            week: current,
            hours: hoursText(t, i18n.language, hoursInWeek(stepPlan, current)),
          })}
        </p>
      ) : null}
      {props.today !== null && stepPlan.length > 1 ? (
        <p className="pk-soft pk-small">{t("show.later")}</p>
      ) : null}
      {props.daysOff.length > 0 ? (
        <Unfold title={t("show.daysOff")}>
          <ul>
            {props.daysOff.map(({ day, name }) => (
              <li key={day}>
                {formatDate(i18n.language, day)}
                {name ? `, ${t(`vocabulary:holiday.${name}`)}` : ""}
              </li>
            ))}
          </ul>
        </Unfold>
      ) : null}
    </section>
  );
}
