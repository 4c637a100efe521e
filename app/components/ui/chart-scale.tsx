type Props = {
  marks: readonly number[];
  /** How far down a value stands, in the figure's units. */
  y: (value: number) => number;
  left: number;
  right: number;
};

/** The lines across a figure, each with its value before it; the lowest is the floor. */
export function ChartScale({ marks, y, left, right }: Props) {
  return marks.map((mark, index) => (
    <g key={mark}>
      <path
        d={`M${left} ${y(mark)}H${right}`}
        className={index === 0 ? "pk-chart__floor" : "pk-chart__mark"}
      />
      <text x={left - 8} y={y(mark) + 5} textAnchor="end">
        {mark}
      </text>
    </g>
  ));
}
