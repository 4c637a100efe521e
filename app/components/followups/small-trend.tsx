import type { Point } from "#app/domain/followups/rating-trend";

const width = 56;
const height = 18;

/** The last answers as a small line, the newest as a dot; what was skipped is left out. The words stand beside it. */
export function SmallTrend({ points, label }: { points: readonly Point[]; label: string }) {
  const values = points.flatMap(({ answer }) => (typeof answer === "number" ? [answer] : []));
  if (values.length === 0) return null;
  const step = values.length > 1 ? (width - 8) / (values.length - 1) : 0;
  const x = (index: number) => 4 + (values.length > 1 ? index * step : width - 8);
  const y = (value: number) => height - 3 - ((value - 1) / 4) * (height - 6);
  const line = values.map((value, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(value)}`).join("");
  const last = values.length - 1;
  return (
    <svg className="pk-trendline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={line} />
      <circle cx={x(last)} cy={y(values[last]!)} r="3" />
    </svg>
  );
}
