import { hoursText } from "#app/components/agreements/agreement-words";
import { StaircaseFigure } from "#app/components/agreements/plan-chart";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import { dayAfter } from "#app/domain/organisations/day";
import { formatDate, formatNumber } from "#app/i18n/format";

type Week = {
  monday: string;
  week: number;
  planned: number;
  real: number;
  sick: number;
  missing: number;
};

/** The step plan against what was done, week by week: drawn, and the same as a table. */
export function AttendanceChart(props: {
  weeks: readonly Week[];
  soFar: { planned: number; real: number };
  today: string;
}) {
  const { t, i18n } = useTexts("attendance");
  const { weeks, soFar, today } = props;
  const number = (value: number) => formatNumber(i18n.language, value, 2);
  if (weeks.length === 0) return null;
  return (
    <section className="pk-panel" aria-labelledby="plan">
      <div className="pk-panel__head">
        <h2 id="plan">{t("show.chartTitle")}</h2>
        <p className="pk-soft">
          {t("show.soFar", { real: number(soFar.real), planned: number(soFar.planned) })}
        </p>
      </div>
      <WeeksFigure weeks={weeks} today={today} label={t("show.chart")} />
      <Legend />
      <Unfold title={t("show.table")}>
        <WeekTable weeks={weeks} today={today} withSick />
      </Unfold>
    </section>
  );
}

/** The planned hours as a staircase, with what was done in each week that has begun. */
export function WeeksFigure(props: { weeks: readonly Week[]; today: string; label: string }) {
  const { weeks, today, label } = props;
  const begun = weeks.filter(({ monday }) => monday <= today);
  const isOver = today > dayAfter(weeks.at(-1)?.monday ?? today, 6);
  const planned = weeks.map((week) => week.planned);
  return (
    <StaircaseFigure
      hours={planned}
      current={isOver ? 0 : begun.length}
      goal={Math.max(...planned)}
      label={label}
      bars={begun}
    />
  );
}

/** Planned and real hours of each week. */
export function WeekTable({
  weeks,
  today,
  withSick,
}: {
  weeks: readonly Week[];
  today: string;
  withSick?: boolean;
}) {
  const { t, i18n } = useTexts("attendance");
  const hours = (value: number) => hoursText(t, i18n.language, value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="pk-scroll" tabIndex={0} aria-label={t("show.tableCaption")}>
      <table className="pk-table">
        <caption className="ds-sr-only">{t("show.tableCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("show.week")}</th>
            <th scope="col">{t("show.from")}</th>
            <th scope="col">{t("show.planned")}</th>
            <th scope="col">{t("show.real")}</th>
            {withSick ? <th scope="col">{t("show.sick")}</th> : null}
            <th scope="col">{t("show.note")}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, week, planned, real, sick, missing }) => (
            <tr key={monday}>
              <th scope="row">{week}</th>
              <td>{formatDate(i18n.language, monday)}</td>
              <td className="pk-num">{hours(planned)}</td>
              <td className="pk-num">{monday <= today ? hours(real) : ""}</td>
              {withSick ? <td className="pk-num">{sick > 0 ? hours(sick) : ""}</td> : null}
              <td>{missing > 0 ? t("show.unwritten", { count: missing }) : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const marks = {
  planned: <path d="M0 8H20" className="pk-chart__line" />,
  done: <rect x="2" width="16" height="16" className="pk-chart__bar" />,
  ongoing: <rect x="3" y="1" width="14" height="14" className="pk-chart__bar-now" />,
  sick: <rect x="3" y="1" width="14" height="14" className="pk-chart__hatch pk-chart__sick" />,
};

function Legend() {
  const { t } = useTexts("attendance");
  return (
    <ul className="pk-legend-list pk-chart">
      {Object.entries(marks).map(([name, mark]) => (
        <li key={name}>
          <svg viewBox="0 0 20 16" aria-hidden="true">
            {mark}
          </svg>
          {t(`show.${name}`)}
        </li>
      ))}
    </ul>
  );
}
