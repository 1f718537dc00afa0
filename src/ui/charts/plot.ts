import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { columnsOf, type Curve } from './curves';

/** What a plot shows. */
export interface Picture {
  readonly curves: readonly Curve[];
  readonly mark: number | null;
  readonly markLabel: string;
  readonly xLabel: string;
  readonly format: (y: number) => string;
}

/** A chart in `host`, drawn as often as its picture changes. */
export interface Plot {
  /** `anew` where the colours have changed, too. */
  draw(picture: Picture, anew: boolean): void;
  resize(): void;
  destroy(): void;
}

const height = 260;

export function createPlot(host: HTMLElement): Plot {
  let plot: uPlot | null = null;
  let shape = '';
  let picture: Picture | null = null;
  const width = () => Math.max(host.clientWidth, 200);

  return {
    draw(next, anew) {
      picture = next;
      const nextShape = next.curves.map(({ label, axis }) => `${label} ${axis}`).join();
      if (plot && shape === nextShape && !anew) return plot.setData(columnsOf(next.curves));
      plot?.destroy();
      shape = nextShape;
      const options = optionsFor(next, colorsOf(host), () => picture);
      plot = new uPlot({ ...options, width: width(), height }, columnsOf(next.curves), host);
    },
    resize: () => plot?.setSize({ width: width(), height }),
    destroy: () => plot?.destroy(),
  };
}

interface Colors {
  readonly text: string;
  readonly font: string;
  readonly grid: string;
  readonly lines: readonly string[];
}

function colorsOf(host: HTMLElement): Colors {
  const style = getComputedStyle(host);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const lines = [1, 2, 3, 4, 5, 6].map((n) => color(`--line-${n}`));
  return { text: color('--ink-soft'), font: style.fontFamily, grid: color('--rule'), lines };
}

function optionsFor(
  { curves, xLabel, format }: Picture,
  colors: Colors,
  current: () => Picture | null,
): Omit<uPlot.Options, 'width' | 'height'> {
  const axes = new Set(curves.map(({ axis }) => axis));
  return {
    padding: [12, axes.has('right') ? 0 : 16, 0, 0],
    cursor: { y: false, points: { size: 7 } },
    scales: { x: { time: false }, left: {}, right: {} },
    series: [
      { label: xLabel },
      ...curves.map(({ label, axis: scale }, i) => ({
        ...{ label, scale, stroke: colors.lines[i % 6], width: 2, points: { show: false } },
        value: (_plot: uPlot, y: number | null) => (y === null ? '–' : format(y)),
      })),
    ],
    axes: [
      axisFor(colors, { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] }),
      ...(axes.has('left') ? [axisFor(colors, { scale: 'left', size: 52 })] : []),
      ...(axes.has('right')
        ? [axisFor(colors, { scale: 'right', side: 1, size: 56, grid: { show: false } })]
        : []),
    ],
    hooks: { draw: [(plot) => drawMark(plot, current(), colors)] },
  };
}

function axisFor({ text, font, grid }: Colors, options: uPlot.Axis): uPlot.Axis {
  const line = { stroke: grid, width: 1 };
  return { stroke: text, grid: line, ticks: { show: false }, font: `12px ${font}`, ...options };
}

/** A dashed upright at the marked epoch, with its label. */
function drawMark(plot: uPlot, picture: Picture | null, colors: Colors): void {
  if (!picture || picture.mark === null) return;
  const { ctx, bbox } = plot;
  const x = plot.valToPos(picture.mark, 'x', true);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colors.text;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  const onRight = x < bbox.left + bbox.width * 0.7;
  ctx.textAlign = onRight ? 'left' : 'right';
  ctx.font = `${12 * devicePixelRatio}px ${colors.font}`;
  ctx.fillText(picture.markLabel, x + (onRight ? 6 : -6), bbox.top + 12 * devicePixelRatio);
  ctx.restore();
}
