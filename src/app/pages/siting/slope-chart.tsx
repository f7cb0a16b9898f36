// A slope chart: one line from the present state to each option, labelled at both ends, no axis.

import type { ReactElement } from "react";

interface SlopeChartProps {
  readonly title: string;
  readonly from: { readonly name: string; readonly value: number; readonly text: string };
  readonly to: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: number;
    readonly text: string;
  }[];
}

const [WIDTH, HEIGHT] = [320, 132];
const [LEFT, RIGHT, TOP, BOTTOM] = [96, 190, 16, 116];
/** Pixels that two labels keep apart. */
const APART = 16;

export function SlopeChart({ title, from, to }: SlopeChartProps): ReactElement {
  const values = [from.value, ...to.map(({ value }) => value)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const y = (value: number): number =>
    most === least ? (TOP + BOTTOM) / 2 : BOTTOM - ((value - least) / (most - least)) * (BOTTOM - TOP);
  const labels = spread(to.map(({ value }) => y(value)));
  return (
    <figure className="slope">
      <figcaption className="quiet">{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <text x={LEFT - 8} y={y(from.value) + 4} textAnchor="end">
          {from.name} {from.text}
        </text>
        {to.map(({ id, name, value, text }, i) => (
          <g key={id}>
            <line x1={LEFT} y1={y(from.value)} x2={RIGHT} y2={y(value)} />
            <circle cx={RIGHT} cy={y(value)} r={3} />
            <text x={RIGHT + 8} y={(labels[i] ?? 0) + 4}>
              {name} {text}
            </text>
          </g>
        ))}
        <circle cx={LEFT} cy={y(from.value)} r={3} />
      </svg>
    </figure>
  );
}

/** Heights of labels, in the order given, pushed down until no two touch. */
function spread(heights: readonly number[]): number[] {
  const placed = [...heights];
  const order = [...heights.keys()].sort((a, b) => heights[a]! - heights[b]!);
  order.forEach((own, k) => {
    const above = order[k - 1];
    if (above !== undefined) placed[own] = Math.max(placed[own]!, placed[above]! + APART);
  });
  return placed;
}
