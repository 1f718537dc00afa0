import type { ItemMap } from '../../api';
import type { Layout } from './layout';
import { isInSight } from './projection';
import type { Projection } from './projection';

/** All that a picture of a map shows. */
export interface Scene {
  readonly map: ItemMap;
  readonly layout: Layout;
  readonly projection: Projection;
  /** The colour of an item. */
  colour(item: number): string;
  /** Whether an item stands out; all do where nothing is picked out. */
  isLit(item: number): boolean;
  /** The chosen item, or -1, and its neighbours. */
  readonly chosen: number;
  readonly near: readonly number[];
  readonly ink: string;
  readonly halo: string;
  readonly font: string;
}

/** How many items carry their title, how many are tried, and the room each title asks for, in CSS pixels. */
const [titled, tried, lineHeight, breathing] = [40, 150, 24, 16];
/** How far titles keep from the edges, in CSS pixels. */
const edge = 8;
/** Below this radius nobody can tell a disc from a square, which is drawn much faster. */
const tiny = 2;
/** How many dots are drawn before there may be a pause. */
const stint = 400;

/**
 * Draws a picture from the top down, each thing under those before it: titles, what is picked
 * out, the other dots, the most chosen first. Pauses now and then, so that a large map need not
 * be drawn in one frame.
 */
export function* drawMap(context: CanvasRenderingContext2D, scene: Scene): Generator<void> {
  context.globalCompositeOperation = 'destination-over';
  const { layout, chosen, near, ink } = scene;
  writeTitles(context, scene);
  context.strokeStyle = ink;
  if (chosen >= 0) ring(context, scene, chosen, 2.5);
  for (const item of near) ring(context, scene, item, 1.25);
  let drawn = 0;
  for (const lit of [true, false]) {
    context.globalAlpha = lit ? 0.85 : 0.14;
    for (const item of layout.order) {
      if (scene.isLit(item) !== lit || !isInSight(scene.projection, item)) continue;
      dot(context, scene, item);
      if (++drawn % stint === 0) yield;
    }
    if (lit) tie(context, scene);
  }
  context.globalAlpha = 1;
}

function dot(context: CanvasRenderingContext2D, { projection, colour }: Scene, item: number): void {
  const [x, y, radius] = [projection.x(item), projection.y(item), projection.radius(item)];
  context.fillStyle = colour(item);
  if (radius < tiny) return context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function ring(
  context: CanvasRenderingContext2D,
  { projection }: Scene,
  item: number,
  width: number,
) {
  context.lineWidth = width;
  context.beginPath();
  context.arc(projection.x(item), projection.y(item), projection.radius(item) + 3, 0, 2 * Math.PI);
  context.stroke();
}

/** Lines from the chosen item to its neighbours. */
function tie(context: CanvasRenderingContext2D, { projection, chosen, near, ink }: Scene): void {
  if (chosen < 0) return;
  context.globalAlpha = 0.4;
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.beginPath();
  for (const item of near) {
    context.moveTo(projection.x(chosen), projection.y(chosen));
    context.lineTo(projection.x(item), projection.y(item));
  }
  context.stroke();
}

/** Titles beside their dots, each only where it covers no earlier one. */
function writeTitles(context: CanvasRenderingContext2D, scene: Scene): void {
  const { map, projection, ink, halo, font } = scene;
  const { width } = projection.frame;
  context.font = `500 12.5px ${font}`;
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.fillStyle = ink;
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  for (const item of toTitle(scene)) {
    if (taken.length === titled) return;
    const { title } = map.items[item];
    const [x, y, gap] = [projection.x(item), projection.y(item), projection.radius(item) + 5];
    const long = context.measureText(title).width;
    const left = x + gap + long < width - edge ? x + gap : x - gap - long;
    const clash = taken.some(
      (box) =>
        Math.abs(box.y - y) < lineHeight &&
        left < box.right + breathing &&
        left + long > box.left - breathing,
    );
    if (clash || left < edge) continue;
    taken.push({ left, right: left + long, y });
    context.fillText(title, left, y);
    context.strokeText(title, left, y);
  }
}

/** The items whose titles are tried, the most telling first. */
function toTitle({ layout, projection, isLit, chosen, near }: Scene): readonly number[] {
  const first = [...(chosen < 0 ? [] : [chosen]), ...near];
  const found = new Set(first.filter((item) => isInSight(projection, item)));
  if (chosen >= 0) return [...found];
  for (const item of layout.order) {
    if (found.size === tried) break;
    if (isLit(item) && isInSight(projection, item)) found.add(item);
  }
  return [...found];
}
