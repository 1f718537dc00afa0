import { expect, test } from 'vitest';
import { panBy, pixelsPerUnit, reveal, whole, zoomAt } from '../../../src/ui/map/viewport';

const frame = { width: 856, height: 456 };

test('all of the map fills the canvas, but for a margin', () => {
  expect(pixelsPerUnit(whole, frame)).toEqual([800, 400]);
});

test('what is under the pointer stays under it when one zooms', () => {
  const view = zoomAt(whole, frame, 4, 628, 328);
  const [across, down] = pixelsPerUnit(view, frame);
  expect(view.scale).toBe(4);
  // 200 px right and 100 px below the middle lay three quarters across and down.
  expect(frame.width / 2 + (0.75 - view.x) * across).toBeCloseTo(628);
  expect(frame.height / 2 + (0.75 - view.y) * down).toBeCloseTo(328);
});

test('the map neither shrinks below its frame nor leaves it', () => {
  expect(zoomAt(whole, frame, 0.1)).toEqual(whole);
  expect(panBy(whole, frame, 5000, 0)).toEqual(whole);
  expect(panBy({ x: 0.5, y: 0.5, scale: 2 }, frame, 5000, -5000)).toEqual({
    x: 0.25,
    y: 0.75,
    scale: 2,
  });
});

test('a pan follows the hand', () => {
  const view = panBy({ x: 0.5, y: 0.5, scale: 2 }, frame, 160, -80);
  expect([view.x, view.y]).toEqual([0.4, 0.6]);
});

test('what is in sight moves nothing, what is not comes to the middle', () => {
  const view = { x: 0.5, y: 0.5, scale: 4 };
  expect(reveal(view, 0.55, 0.45)).toBe(view);
  expect(reveal(view, 0.8, 0.2)).toEqual({ x: 0.8, y: 0.2, scale: 4 });
});
