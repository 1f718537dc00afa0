import { LitElement, html } from 'lit';
import type { ItemMap } from '../../api';
import { drawMap } from './draw-map';
import { fit, nearest } from './projection';
import type { Projection } from './projection';

/** How close the pointer must be, in CSS pixels. */
const reach = 18;

/** Items as dots on a canvas; the list beside it says the same in words. */
class PointMap extends LitElement {
  static override properties = { map: { attribute: false }, search: { attribute: false } };
  declare map: ItemMap;
  declare search: string;
  #projection: Projection | null = null;
  #hovered = -1;
  #resizing = new ResizeObserver(() => this.#draw());
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = (): void => this.#draw();

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
  }

  override render() {
    return html`<canvas
        data-testid="item-map"
        data-items=${this.map.items.length}
        aria-hidden="true"
        @pointermove=${this.#onMove}
        @pointerleave=${() => this.#hover(-1)}
      ></canvas>
      <div class="map-label" hidden></div>`;
  }

  override updated(): void {
    this.#draw();
  }

  #draw(): void {
    const canvas = this.querySelector('canvas');
    if (!canvas || canvas.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    this.#projection = fit(this.map, width, height);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(devicePixelRatio, devicePixelRatio);
    drawMap(context, this.map, this.#projection, {
      search: this.search.trim().toLowerCase(),
      hovered: this.#hovered,
      style: getComputedStyle(this),
    });
  }

  #onMove = ({ offsetX, offsetY }: PointerEvent): void => {
    if (this.#projection) this.#hover(nearest(this.#projection, offsetX, offsetY, reach));
  };

  #hover(index: number): void {
    if (index === this.#hovered) return;
    this.#hovered = index;
    this.#draw();
    this.#label();
  }

  #label(): void {
    const label = this.querySelector<HTMLElement>('.map-label');
    if (!label || !this.#projection) return;
    label.hidden = this.#hovered < 0;
    if (label.hidden) return;
    const { title, year, genres } = this.map.items[this.#hovered];
    label.textContent = [title, year, genres.join(', ')].filter((part) => part).join(' · ');
    const { offsetWidth: wide, offsetHeight: high } = label;
    const { width, x, y } = this.#projection;
    const left = Math.max(8, Math.min(x[this.#hovered] - wide / 2, width - wide - 8));
    const above = y[this.#hovered] - high - 16;
    label.style.translate = `${left}px ${above < 8 ? y[this.#hovered] + 16 : above}px`;
  }
}

customElements.define('point-map', PointMap);
