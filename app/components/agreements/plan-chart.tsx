import { hoursText } from "#app/components/agreements/agreement-words";
import { ChartScale } from "#app/components/ui/chart-scale";
import { Unfold } from "#app/components/ui/unfold";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { startOfWeek, weekOf, weeksIn } from "#app/domain/agreements/period";
import { goalHours, hoursInWeek, totalHours } from "#app/domain/agreements/step-plan";
import { formatDate, formatNumber } from "#app/i18n/format";

/**
 * The planned hours week by week: a staircase drawn once wide and once narrow, and the same as a table. `today`: null when it
 * has ended.
 */
export function PlanChart({ content, today }: { content: AgreementDraft; today: string | null }) {
  const { t, i18n } = useTexts("agreements");
  const { period, stepPlan } = content;
  const weeks = period.startsOn && period.endsOn ? weeksIn(period) : 0;
  if (weeks === 0 || stepPlan.length === 0) return null;
  const hours = Array.from({ length: weeks }, (_, index) => hoursInWeek(stepPlan, index + 1));
  const current = today === null ? 0 : weekOf(period, today);
  const number = (value: number) => formatNumber(i18n.language, value);
  return (
    <section className="pk-panel" aria-labelledby="plan">
      <div className="pk-panel__head">
        <h2 id="plan">{t("show.plan")}</h2>
        <p className="pk-soft">
          {t("show.planTotal", { hours: number(totalHours(stepPlan, weeks)), weeks })}
        </p>
      </div>
      <StaircaseFigure hours={hours} current={current} goal={goalHours(stepPlan)} label={t("show.chart")} />
      <Unfold title={t("show.table")}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="pk-scroll" tabIndex={0} aria-label={t("show.tableCaption")}>
          <table className="pk-table">
            <caption className="ds-sr-only">{t("show.tableCaption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("show.week")}</th>
                <th scope="col">{t("show.weekOf")}</th>
                <th scope="col">{t("show.planned")}</th>
              </tr>
            </thead>
            <tbody>
              {hours.map((planned, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
                <tr key={index}>
                  <th scope="row">{index + 1}</th>
                  <td>{formatDate(i18n.language, startOfWeek(period, index + 1))}</td>
                  <td className="pk-num">{hoursText(t, i18n.language, planned)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Unfold>
    </section>
  );
}

const height = 306;
const floor = 256;
const left = 32;

/** What was done in a week, and what of its plan was sickness. */
type Bar = { real: number; sick: number };

type Stairs = {
  hours: readonly number[];
  current: number;
  goal: number;
  label: string;
  /** Week by week; none for weeks to come. */
  bars?: readonly Bar[];
};

/** The planned hours as a staircase, with a bar a week of what was done when that is known: once wide and once narrow. */
export function StaircaseFigure(stairs: Stairs) {
  return (
    <figure className="pk-chart">
      <Staircase {...stairs} className="pk-chart__wide" width={800} size={15} />
      <Staircase {...stairs} className="pk-chart__narrow" width={340} size={13} />
    </figure>
  );
}

function Staircase(props: Stairs & { className: string; width: number; size: number }) {
  const { t, i18n } = useTexts("agreements");
  const { hours, current, goal, className, width, size, bars = [], label } = props;
  const right = width - 4;
  const most = Math.max(...hours, ...bars.map(({ real, sick }) => real + sick));
  const step = most <= 8 ? 2 : most <= 16 ? 4 : 10;
  const top = Math.ceil((most + 1) / step) * step;
  const x = (week: number) => tenths(left + ((week - 1) / hours.length) * (right - left));
  const y = (value: number) => tenths(floor - (value / top) * (floor - 34));
  const stairs = hours.map((value, index) => `V${y(value)}H${x(index + 2)}`).join("");
  const line = `M${left} ${y(hours[0] ?? 0)}${stairs}`;
  const marks = Array.from({ length: top / step + 1 }, (_, index) => index * step);
  const every = Math.ceil(hours.length / (width > 500 ? 26 : 13));
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      fontSize={size}
    >
      <ChartScale marks={marks} y={y} left={left} right={right} />
      <path d={`${line}V${floor}H${left}Z`} className="pk-chart__area" />
      <path d={line} className="pk-chart__line" />
      {bars.length > 0 ? <Hatch name={className} /> : null}
      {bars.map((bar, index) => (
        <WeekBar
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
          key={index}
          bar={bar}
          isNow={index + 1 === current}
          from={x(index + 1)}
          to={x(index + 2)}
          y={y}
          hatch={className}
        />
      ))}
      {hours.map((_, index) => {
        const week = index + 1;
        if ((week - 1) % every !== 0) return null;
        return (
          <text
            key={week}
            x={tenths((x(week) + x(week + 1)) / 2)}
            y={278}
            textAnchor="middle"
            className={week === current ? "pk-now" : undefined}
          >
            {week}
          </text>
        );
      })}
      {current >= 1 && current <= hours.length ? (
        <text x={(x(current) + x(current + 1)) / 2} y={296} textAnchor="middle" className="pk-now">
          {t("show.now")}
        </text>
      ) : null}
      {/* The axis says what it is where "now" does not stand. */}
      <text {...(current > hours.length / 2 ? { x: left } : { x: right, textAnchor: "end" })} y={298}>
        {t("show.weekInPlan")}
      </text>
      <text x={left} y={20}>
        {t("show.hoursAWeek")}
      </text>
      <text x={right} y={y(goal) - 9} textAnchor="end" className="pk-now">
        {t("show.planGoal", { hours: formatNumber(i18n.language, goal) })}
      </text>
    </svg>
  );
}

/** A place in the drawing: finer than a tenth nobody sees, and it is written twice for each week. */
function tenths(place: number): number {
  return Math.round(place * 10) / 10;
}

function Hatch({ name }: { name: string }) {
  return (
    <pattern
      id={`hatch-${name}`}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" className="pk-chart__hatch" />
      <path d="M0 0V6" className="pk-chart__stripe" />
    </pattern>
  );
}

function WeekBar(props: {
  bar: Bar;
  isNow: boolean;
  from: number;
  to: number;
  y: (value: number) => number;
  hatch: string;
}) {
  const { i18n } = useTexts();
  const { bar, isNow, from, to, y, hatch } = props;
  const { real, sick } = bar;
  const inset = (to - from) * 0.2;
  const column = { x: from + inset, width: to - from - 2 * inset };
  const middle = (from + to) / 2;
  const isTall = floor - y(real) > 24;
  return (
    <g>
      {real > 0 ? (
        <rect
          {...column}
          y={y(real)}
          height={floor - y(real)}
          className={isNow ? "pk-chart__bar-now" : "pk-chart__bar"}
        />
      ) : null}
      {sick > 0 ? (
        <rect
          {...column}
          y={y(real + sick)}
          height={y(real) - y(real + sick)}
          fill={`url(#hatch-${hatch})`}
          className="pk-chart__sick"
        />
      ) : null}
      {real > 0 && isTall ? (
        <text
          x={middle}
          y={y(real) + 17}
          textAnchor="middle"
          className={isNow ? "pk-now" : "pk-chart__in-bar"}
        >
          {formatNumber(i18n.language, real)}
        </text>
      ) : null}
    </g>
  );
}
