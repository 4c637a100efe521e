import { answerText, type PartyNames } from "#app/components/followups/rating-words";
import { ChartScale } from "#app/components/ui/chart-scale";
import { useTexts } from "#app/components/ui/use-texts";
import { inLanguage, type RatingItem } from "#app/domain/followups/instrument";
import { type RatingParty, ratingParties, scale } from "#app/domain/followups/rating";
import type { Point, Trend } from "#app/domain/followups/rating-trend";
import { daysBetween } from "#app/domain/organisations/day";
import { formatDay } from "#app/i18n/format";

type Props = { item: RatingItem; trend: Trend; names: PartyNames; from: string; until: string };

/** What each party has answered to one statement over time: one of several small figures, once wide and once narrow. */
export function RatingChart(props: Props) {
  return (
    <figure className="pk-chart">
      <Figure {...props} className="pk-chart__wide" width={520} size={15} />
      <Figure {...props} className="pk-chart__narrow" width={330} size={13} />
    </figure>
  );
}

const height = 176;
const top = 16;
const floor = 140;
const left = 26;

function Figure(props: Props & { className: string; width: number; size: number }) {
  const { t, i18n } = useTexts("ratings");
  const { item, trend, names, from, until, className, width, size } = props;
  const right = width - 14;
  const days = Math.max(1, daysBetween(from, until));
  const x = (day: string) => left + 10 + (daysBetween(from, day) / days) * (right - left - 10);
  const y = (value: number) => floor - ((value - 1) / 4) * (floor - top);
  const said = ratingParties.filter((party) => trend[party].length > 0);
  const label = t("show.chart", {
    statement: inLanguage(item.statement, i18n.language),
    parties: said
      .map((party) => {
        const values = trend[party].map(({ answer }) => answerText(t, answer)).join(", ");
        return t("show.chartParty", { who: names[party], values });
      })
      .join("; "),
  });
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      fontSize={size}
    >
      <ChartScale marks={scale} y={y} left={left} right={right} />
      {said.map((party) => (
        <PartyLine key={party} {...{ party, x, y }} points={trend[party]} />
      ))}
      <text x={left} y={height - 8}>
        {formatDay(i18n.language, from)}
      </text>
      <text x={right} y={height - 8} textAnchor="end">
        {formatDay(i18n.language, until)}
      </text>
    </svg>
  );
}

/** The shape of a party's points stands for the party as much as the colour and the dashes of its line. */
export function PartyMark({ party, x, y }: { party: RatingParty; x: number; y: number }) {
  const shared = { className: "pk-chart__point", "data-party": party };
  if (party === "participant") return <circle cx={x} cy={y} r="5.5" {...shared} />;
  if (party === "supervisor") return <rect x={x - 5} y={y - 5} width="10" height="10" {...shared} />;
  return <path d={`M${x} ${y - 7}L${x + 6.5} ${y + 5}H${x - 6.5}Z`} {...shared} />;
}

function PartyLine(props: {
  party: RatingParty;
  points: readonly Point[];
  x: (day: string) => number;
  y: (value: number) => number;
}) {
  const { party, points, x, y } = props;
  const values = points.flatMap(({ day, answer }) =>
    typeof answer === "number" ? [{ day, value: answer }] : [],
  );
  const line = values.map(({ day, value }, index) => `${index === 0 ? "M" : "L"}${x(day)} ${y(value)}`);
  return (
    <g>
      <path d={line.join("")} className="pk-chart__rated" data-party={party} />
      {values.map(({ day, value }) => (
        <PartyMark key={day} party={party} x={x(day)} y={y(value)} />
      ))}
    </g>
  );
}

/** Which line is whose. */
export function PartyLegend({ names }: { names: PartyNames }) {
  const { t } = useTexts("ratings");
  return (
    <ul className="pk-legend-list pk-chart" aria-label={t("show.legend")}>
      {ratingParties.map((party) => (
        <li key={party}>
          <svg viewBox="0 0 20 16" aria-hidden="true">
            <path d="M0 8H20" className="pk-chart__rated" data-party={party} />
            <PartyMark party={party} x={10} y={8} />
          </svg>
          {names[party]}
        </li>
      ))}
    </ul>
  );
}
