/** ms of drawing in one frame; what is left is drawn in the next one. */
const budget = 10;

/** Paints a canvas a frame at a time. */
export interface Painter {
  /** Begins a new picture with the next frame, in place of any that is under way. */
  paint(picture: (context: CanvasRenderingContext2D) => Generator<void>): void;
  stop(): void;
}

/** A painter of a canvas whose pixels follow its size on the screen. */
export function createPainter(canvas: HTMLCanvasElement): Painter {
  let frame = 0;
  const context = canvas.getContext('2d');

  function proceed(painting: Generator<void>): void {
    const end = performance.now() + budget;
    while (performance.now() < end) if (painting.next().done) return;
    frame = requestAnimationFrame(() => proceed(painting));
  }

  return {
    paint(picture) {
      cancelAnimationFrame(frame);
      if (!context) return;
      frame = requestAnimationFrame(() => {
        clear(canvas, context);
        proceed(picture(context));
      });
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** Empties a canvas, and gives it the pixels that the screen has for it. */
function clear(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): void {
  const width = Math.round(canvas.clientWidth * devicePixelRatio);
  const height = Math.round(canvas.clientHeight * devicePixelRatio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, width, height);
}
