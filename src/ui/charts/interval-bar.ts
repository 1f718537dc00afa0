import { nothing, svg } from 'lit';

/** A mean as a dot on its interval, on a scale from end to end; drawn, never the only telling. */
export function intervalBar(
  mean: number | undefined,
  interval: readonly [number, number] | null | undefined,
  [low, high]: readonly [number, number],
) {
  const at = (value: number) => 4 + (112 * (value - low)) / Math.max(high - low, 1e-9);
  return svg`<svg class="interval-bar" viewBox="0 0 120 16" width="120" height="16" aria-hidden="true">
    <line class="scale" x1="4" x2="116" y1="8" y2="8" />
    ${interval ? svg`<line class="span" x1=${at(interval[0])} x2=${at(interval[1])} y1="8" y2="8" />` : nothing}
    ${mean === undefined ? nothing : svg`<circle cx=${at(mean)} cy="8" r="4" />`}
  </svg>`;
}
