import type { ItemMap } from '../../api';
import { tintOf, tints } from '../tint';
import type { Projection } from './projection';

/** What is picked out on a map. */
export interface Emphasis {
  /** Lower case; items whose title holds it are picked out. */
  readonly search: string;
  /** Index of the item under the pointer, or -1. */
  readonly hovered: number;
  /** Where the colours come from. */
  readonly style: CSSStyleDeclaration;
}

/** How many items carry their title, and how much room each title asks for, in CSS pixels. */
const [titled, lineHeight, breathing] = [40, 24, 16];

/** Draws dots, rare ones first, then the titles that fit. */
export function drawMap(
  context: CanvasRenderingContext2D,
  map: ItemMap,
  projection: Projection,
  { search, hovered, style }: Emphasis,
): void {
  const color = (name: string) => style.getPropertyValue(name).trim();
  const { x, y, radius } = projection;
  const order = Array.from(radius, (_r, i) => i).sort((a, b) => radius[a] - radius[b]);
  const found = (i: number) => search !== '' && map.items[i].title.toLowerCase().includes(search);
  const lightness = color('--dot-lightness');
  context.font = `500 12.5px ${style.fontFamily}`;
  for (const i of order) {
    const hue = (360 / tints) * tintOf(map.items[i]);
    context.globalAlpha = search === '' || found(i) ? 0.8 : 0.12;
    context.fillStyle = `hsl(${hue} 55% ${lightness})`;
    context.beginPath();
    context.arc(x[i], y[i], radius[i] + (found(i) ? 2 : 0), 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
  if (hovered >= 0) ring(context, projection, hovered, color('--ink'));
  const named = (search === '' ? order : order.filter(found)).reverse();
  writeTitles(context, map, projection, named, color('--ink'), color('--surface'));
}

function ring(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Projection,
  i: number,
  ink: string,
) {
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x[i], y[i], radius[i] + 3, 0, 2 * Math.PI);
  context.stroke();
}

/** Titles beside their dots, each only where it covers no earlier one. */
function writeTitles(
  context: CanvasRenderingContext2D,
  { items }: ItemMap,
  { x, y, radius, width }: Projection,
  indices: readonly number[],
  ink: string,
  halo: string,
): void {
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.fillStyle = ink;
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  for (const i of indices) {
    if (taken.length === titled) return;
    const long = context.measureText(items[i].title).width;
    const beside = x[i] + radius[i] + 4;
    const left = beside + long < width ? beside : x[i] - radius[i] - 4 - long;
    const clash = taken.some(
      (box) =>
        Math.abs(box.y - y[i]) < lineHeight &&
        left < box.right + breathing &&
        left + long > box.left - breathing,
    );
    if (clash) continue;
    taken.push({ left, right: left + long, y: y[i] });
    context.strokeText(items[i].title, left, y[i]);
    context.fillText(items[i].title, left, y[i]);
  }
}
