import { html } from 'lit';
import type { ItemCard, ItemMap } from '../../api';
import { icon } from '../icons';
import { View } from '../view';
import type { ColourBy, Colouring } from './colouring';
import { drawMap } from './draw-map';
import { readGestures } from './gestures';
import { createItemGrid } from './item-grid';
import type { ItemGrid } from './item-grid';
import { layOut } from './layout';
import type { Layout } from './layout';
import { createMapLabel } from './map-label';
import type { MapLabel } from './map-label';
import { createPainter } from './painter';
import type { Painter } from './painter';
import { nearest, project } from './projection';
import type { Projection } from './projection';
import { sceneOf } from './scene';
import { panBy, reveal, whole, zoomAt } from './viewport';
import type { Viewport } from './viewport';

/** How close the pointer must be, how far an arrow key pans, in CSS pixels, and how much a step zooms. */
const [reach, step, closer] = [18, 60, 1.5];

/** Items as dots on a canvas, to be moved and looked at closer; what is chosen is told in words beside it. */
class PointMap extends View {
  static override properties = {
    ...View.properties,
    map: { attribute: false },
    by: { attribute: false },
    colouring: { attribute: false },
    group: { attribute: false },
  };
  declare map: ItemMap;
  declare by: ColourBy;
  declare colouring: Colouring;
  /** The group that is picked out, or null. */
  declare group: number | null;
  #layout: Layout | null = null;
  #grid: ItemGrid | null = null;
  #places = new Map<string, number>();
  #painter: Painter | null = null;
  #label: MapLabel | null = null;
  #view: Viewport = whole;
  #hovered = -1;
  #chosen: string | null = null;
  #found: readonly ItemCard[] | null = null;
  #redraw = (): void => this.#paint();
  #resizing = new ResizeObserver(this.#redraw);
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizing.observe(this);
    this.#scheme.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#painter?.stop();
  }

  override render() {
    const { map: words } = this.words;
    const button = (name: 'more' | 'less' | 'whole', label: string, act: () => void) =>
      html`<button
        class="secondary icon-only"
        data-testid="map-${name}"
        aria-label=${label}
        title=${label}
        @click=${act}
      >
        ${icon(name)}
      </button>`;
    return html`
      <div
        class="map-stage"
        role="application"
        tabindex="0"
        aria-label=${words.keys}
        @keydown=${this.#onKey}
      >
        <canvas
          data-testid="item-map"
          data-items=${this.map.items.length}
          aria-hidden="true"
        ></canvas>
      </div>
      <div class="map-ring" hidden></div>
      <div class="map-label" hidden></div>
      <div class="map-buttons">
        ${button('more', words.closer, () => this.#zoom(closer))}
        ${button('less', words.farther, () => this.#zoom(1 / closer))}
        ${button('whole', words.whole, () => this.#show(whole))}
      </div>
    `;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('map')) return;
    this.#layout = layOut(this.map);
    this.#grid = createItemGrid(this.#layout);
    this.#places = new Map(this.map.items.map(({ item }, place) => [item, place]));
    this.#view = whole;
  }

  override firstUpdated(): void {
    this.#painter = createPainter(this.#canvas);
    this.#label = createMapLabel(this);
    readGestures(this.#canvas, {
      pan: (right, down) => this.#show(panBy(this.#view, this.#frame, right, down)),
      zoom: (factor, x, y) => this.#zoom(factor, x, y),
      hover: (x, y) => this.#hover(this.#at(x, y)),
      leave: () => this.#hover(-1),
      tap: (x, y) => this.#choose(this.#at(x, y)),
    });
  }

  override updated(): void {
    const { chosen = null, found = null } = this.state.chart ?? {};
    if (chosen !== this.#chosen) this.#reveal(chosen === null ? [] : [chosen]);
    if (found !== this.#found) this.#reveal((found ?? []).map(({ item }) => item));
    [this.#chosen, this.#found] = [chosen, found];
    this.#paint();
  }

  /** Brings items into sight: one by moving the map, several by showing all of it. */
  #reveal(items: readonly string[]): void {
    const { x, y } = this.#layout!;
    const places = items.map((item) => this.#places.get(item) ?? -1).filter((place) => place >= 0);
    const moved = places.map((place) => reveal(this.#view, x[place], y[place]));
    if (moved.every((view) => view === this.#view)) return;
    this.#view = moved.length === 1 ? moved[0] : whole;
  }

  get #canvas(): HTMLCanvasElement {
    return this.querySelector('canvas')!;
  }

  get #frame() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    return { width, height };
  }

  get #projection(): Projection {
    return project(this.#layout!, this.#view, this.#frame);
  }

  #paint(): void {
    const { map, by, colouring, group } = this;
    const { chart } = this.state;
    const layout = this.#layout;
    if (!layout || !chart || this.#frame.width === 0) return;
    const [projection, places, style] = [this.#projection, this.#places, getComputedStyle(this)];
    this.#canvas.dataset.scale = this.#view.scale.toFixed(2);
    const scene = sceneOf({ map, layout, projection, chart, places, by, colouring, group, style });
    this.#painter?.paint((context) => drawMap(context, scene));
  }

  #show(view: Viewport): void {
    this.#view = view;
    this.#canvas.style.touchAction = view.scale > 1 ? 'none' : 'pan-y';
    this.#hover(-1);
    this.#paint();
  }

  #zoom(factor: number, x?: number, y?: number): boolean {
    const view = zoomAt(this.#view, this.#frame, factor, x, y);
    const isChanged = view.scale !== this.#view.scale;
    if (isChanged) this.#show(view);
    return isChanged;
  }

  #at(x: number, y: number): number {
    return nearest(this.#projection, this.#grid!, x, y, reach);
  }

  #choose(place: number): void {
    void this.session.chooseOnMap(place < 0 ? null : this.map.items[place].item);
  }

  #hover(place: number): void {
    if (place === this.#hovered) return;
    this.#hovered = place;
    this.#canvas.style.cursor = place < 0 ? '' : 'pointer';
    this.#label?.show(place, this.map.items, this.#projection);
  }

  #onKey = (event: KeyboardEvent): void => {
    const pan = (right: number, down: number) => () =>
      this.#show(panBy(this.#view, this.#frame, right, down));
    const keys: Readonly<Record<string, () => unknown>> = {
      ArrowLeft: pan(step, 0),
      ArrowRight: pan(-step, 0),
      ArrowUp: pan(0, step),
      ArrowDown: pan(0, -step),
      '+': () => this.#zoom(closer),
      '=': () => this.#zoom(closer),
      '-': () => this.#zoom(1 / closer),
      '0': () => this.#show(whole),
      Enter: () => this.#choose(this.#middle()),
      Escape: () => this.#choose(-1),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  };

  /** The item in sight that is nearest to the middle of the canvas. */
  #middle(): number {
    const { width, height } = this.#frame;
    return nearest(this.#projection, this.#grid!, width / 2, height / 2, Math.max(width, height));
  }
}

customElements.define('point-map', PointMap);
