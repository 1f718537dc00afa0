import { LitElement } from 'lit';
import type { Curve } from './curves';
import type { Plot } from './plot';

/**
 * Lines over epochs, drawn by a library that is loaded when the first chart is.
 * It draws on a canvas: whoever shows one puts a table beside it, such as `curveTable`.
 */
class LineChart extends LitElement {
  static override properties = {
    curves: { attribute: false },
    mark: { attribute: false },
    markLabel: { attribute: false },
    xLabel: { attribute: false },
    format: { attribute: false },
  };
  declare curves: readonly Curve[];
  /** The epoch to mark, or null. */
  declare mark: number | null;
  declare markLabel: string;
  declare xLabel: string;
  /** How numbers are written. */
  declare format: (y: number) => string;
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
    const { curves, mark, markLabel, xLabel, format } = this;
    this.#plot?.draw({ curves, mark, markLabel, xLabel, format }, anew);
  }
}

customElements.define('line-chart', LineChart);
