import { svg } from 'lit';

/** Where the curves will be, before there are any: an ornament. */
export function ghostCurve() {
  return svg`<svg class="ghost-curve" viewBox="0 0 600 220" aria-hidden="true">
    <path d="M20 20V200H580" />
    <path class="loss" d="M24 40C120 130 240 172 576 186" />
    <path class="metric" d="M24 188C130 96 260 62 576 50" />
  </svg>`;
}
