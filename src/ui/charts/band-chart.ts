import { svg } from 'lit';

/** A line with a band around it: as long as the labels of the chart. */
export interface Band {
  /** Names its colours. */
  readonly kind: 'own' | 'other';
  readonly means: readonly number[];
  readonly intervals: readonly (readonly [number, number])[];
}

const [width, height, left, right, top, bottom] = [640, 250, 76, 14, 14, 36];

/**
 * Bands over labels that stand equally far apart. It is drawn for the eye alone: whoever shows
 * one puts a table beside it.
 */
export function bandChart(
  labels: readonly string[],
  bands: readonly Band[],
  format: (value: number) => string,
) {
  const most = Math.max(1e-9, ...bands.flatMap(({ intervals }) => intervals.flat()));
  const x = (i: number): number =>
    left + (i * (width - left - right)) / Math.max(1, labels.length - 1);
  const y = (value: number): number => top + (1 - value / most) * (height - top - bottom);
  const ticks = [0, 0.5, 1].map((share) => share * most);
  return svg`<svg class="band-chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${ticks.map(
      (tick) => svg`<line class="grid" x1=${left} x2=${width - right} y1=${y(tick)} y2=${y(tick)} />
      <text x=${left - 8} y=${y(tick) + 5} text-anchor="end">${format(tick)}</text>`,
    )}
    ${labels.map(
      (label, i) => svg`<text x=${x(i)} y=${height - 8} text-anchor="middle">${label}</text>`,
    )}
    ${bands.map(({ kind, means, intervals }) => drawn(kind, means, intervals, x, y))}
  </svg>`;
}

function drawn(
  kind: Band['kind'],
  means: Band['means'],
  intervals: Band['intervals'],
  x: (i: number) => number,
  y: (value: number) => number,
) {
  const low = intervals.map(([from], i) => `${x(i)},${y(from)}`);
  const high = intervals.map(([, to], i) => `${x(i)},${y(to)}`);
  const line = means.map((mean, i) => `${x(i)},${y(mean)}`);
  return svg`<g data-kind=${kind}>
    <polygon class="band" points=${[...high, ...low.toReversed()].join(' ')} />
    <polyline class="line" points=${line.join(' ')} />
    ${means.map((mean, i) => svg`<circle cx=${x(i)} cy=${y(mean)} r="3.5" />`)}
  </g>`;
}
