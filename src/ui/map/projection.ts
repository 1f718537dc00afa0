import type { ItemGrid } from './item-grid';
import type { Layout } from './layout';
import { pixelsPerUnit } from './viewport';
import type { Frame, Viewport } from './viewport';

/** Where each item lies on a canvas, in CSS pixels. */
export interface Projection {
  x(item: number): number;
  y(item: number): number;
  radius(item: number): number;
  /** What of the layout is at a point of the canvas. */
  atX(left: number): number;
  atY(top: number): number;
  readonly frame: Frame;
}

/** A layout as it is seen through a viewport. */
export function project(layout: Layout, view: Viewport, frame: Frame): Projection {
  const [across, down] = pixelsPerUnit(view, frame);
  const [left, top] = [frame.width / 2 - view.x * across, frame.height / 2 - view.y * down];
  const growth = Math.sqrt(view.scale);
  return {
    x: (item) => left + layout.x[item] * across,
    y: (item) => top + layout.y[item] * down,
    atX: (x) => (x - left) / across,
    atY: (y) => (y - top) / down,
    radius: (item) => Math.min(14, layout.radius[item] * growth),
    frame,
  };
}

/** Whether any of an item's dot is on the canvas. */
export function isInSight({ x, y, radius, frame }: Projection, item: number): boolean {
  const [atX, atY, r] = [x(item), y(item), radius(item)];
  return atX > -r && atX < frame.width + r && atY > -r && atY < frame.height + r;
}

/** The item of `grid` nearest to a point and within `reach`, or -1. */
export function nearest(
  { x, y, atX, atY }: Projection,
  grid: ItemGrid,
  left: number,
  top: number,
  reach: number,
): number {
  let best = -1;
  let bestDistance = reach * reach;
  const box = [atX(left - reach), atY(top - reach), atX(left + reach), atY(top + reach)] as const;
  for (const item of grid.within(...box)) {
    const distance = (x(item) - left) ** 2 + (y(item) - top) ** 2;
    if (distance < bestDistance) [best, bestDistance] = [item, distance];
  }
  return best;
}
