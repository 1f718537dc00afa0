import { LitElement } from 'lit';
import type { Plot } from './plot';

/** One line of a chart, null where there is no value. */
export interface Curve {
  readonly label: string;
  readonly axis: 'left' | 'right';
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
}

/**
 * Lines over epochs, drawn by a library that is loaded when the first chart is.
 * It draws on a canvas: whoever shows one puts a table beside it.
 */
class LineChart extends LitElement {
  static override properties = {
    curves: { attribute: false },
    mark: { attribute: false },
    markLabel: { attribute: false },
    xLabel: { attribute: false },
  };
  declare curves: readonly Curve[];
  /** The epoch to mark, or null. */
  declare mark: number | null;
  declare markLabel: string;
  declare xLabel: string;
  #plot: Plot | null = null;
  #resizing = new ResizeObserver(() => this.#plot?.resize());
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = (): void => this.#draw(true);

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizing.observe(this);
    this.#scheme.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#plot?.destroy();
    this.#plot = null;
  }

  override async updated(): Promise<void> {
    const { createPlot } = await import('./plot');
    if (!this.isConnected) return;
    this.#plot ??= createPlot(this);
    this.#draw();
  }

  #draw(anew = false): void {
    const { curves, mark, markLabel, xLabel } = this;
    this.#plot?.draw({ curves, mark, markLabel, xLabel }, anew);
  }
}

customElements.define('line-chart', LineChart);
