/** What of a map is in sight: the point in the middle, in units of the layout, and how much larger it is. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  /** 1 shows all. */
  readonly scale: number;
}

/** The size of a canvas, in CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

export const whole: Viewport = { x: 0.5, y: 0.5, scale: 1 };
const [closest, margin] = [64, 28];

/** CSS pixels for a unit of the layout, across and down. */
export function pixelsPerUnit(
  { scale }: Viewport,
  { width, height }: Frame,
): readonly [number, number] {
  return [scale * Math.max(1, width - 2 * margin), scale * Math.max(1, height - 2 * margin)];
}

/** Brings what is under a point of the canvas `factor` times closer, and leaves it under that point. */
export function zoomAt(
  view: Viewport,
  frame: Frame,
  factor: number,
  atX = frame.width / 2,
  atY = frame.height / 2,
): Viewport {
  const scale = Math.min(closest, Math.max(1, view.scale * factor));
  const [wasX, wasY] = pixelsPerUnit(view, frame);
  const [isX, isY] = pixelsPerUnit({ ...view, scale }, frame);
  const [offX, offY] = [atX - frame.width / 2, atY - frame.height / 2];
  return held({
    x: view.x + offX / wasX - offX / isX,
    y: view.y + offY / wasY - offY / isY,
    scale,
  });
}

/** Moves the map by so many CSS pixels. */
export function panBy(view: Viewport, frame: Frame, right: number, down: number): Viewport {
  const [across, high] = pixelsPerUnit(view, frame);
  return held({ ...view, x: view.x - right / across, y: view.y - down / high });
}

/** Brings a point of the layout into sight, where it is not. */
export function reveal(view: Viewport, x: number, y: number): Viewport {
  const reach = 0.42 / view.scale;
  const isSeen = Math.abs(x - view.x) < reach && Math.abs(y - view.y) < reach;
  return isSeen ? view : held({ ...view, x, y });
}

/** Keeps the map in its frame. */
function held({ x, y, scale }: Viewport): Viewport {
  const half = 0.5 / scale;
  const within = (value: number) => Math.min(1 - half, Math.max(half, value));
  return { x: within(x), y: within(y), scale };
}
