/** What hands can do with a map. Points are in CSS pixels from the corner of the element. */
export interface Gestures {
  pan(right: number, down: number): void;
  /** Whether anything came of it: a wheel that does nothing here scrolls the page. */
  zoom(factor: number, x: number, y: number): boolean;
  /** The pointer is here, or nowhere. */
  hover(x: number, y: number): void;
  leave(): void;
  tap(x: number, y: number): void;
}

/** How far a pointer may stray, in CSS pixels, and still have tapped. */
const steady = 5;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Reads wheel, mouse, and one or two fingers on `element`. */
export function readGestures(element: HTMLElement, gestures: Gestures): void {
  const pointers = new Map<number, Point>();
  let strayed = 0;
  const pointOf = ({ offsetX: x, offsetY: y }: MouseEvent): Point => ({ x, y });

  element.addEventListener('pointerdown', (event) => {
    if (pointers.size === 0) strayed = 0;
    pointers.set(event.pointerId, pointOf(event));
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    const [is, was] = [pointOf(event), pointers.get(event.pointerId)];
    if (!was) return gestures.hover(is.x, is.y);
    strayed += Math.hypot(is.x - was.x, is.y - was.y);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, is);
    if (strayed < steady) return;
    if (!other) return gestures.pan(is.x - was.x, is.y - was.y);
    const middle = { x: (is.x + other.x) / 2, y: (is.y + other.y) / 2 };
    gestures.pan((is.x - was.x) / 2, (is.y - was.y) / 2);
    gestures.zoom(distance(is, other) / Math.max(1, distance(was, other)), middle.x, middle.y);
  });
  element.addEventListener('pointerup', (event) => {
    const { x, y } = pointOf(event);
    if (pointers.delete(event.pointerId) && strayed < steady) gestures.tap(x, y);
  });
  element.addEventListener('pointercancel', ({ pointerId }) => pointers.delete(pointerId));
  element.addEventListener('pointerleave', () => gestures.leave());
  element.addEventListener(
    'wheel',
    (event) => {
      const { x, y } = pointOf(event);
      if (gestures.zoom(2 ** (-event.deltaY / 240), x, y)) event.preventDefault();
    },
    { passive: false },
  );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
