import { html } from 'lit';
import type { ItemCard, ItemMap } from '../../api';
import { icon } from '../icons';
import { View } from '../view';
import { colourOf } from './colouring';
import type { ColourBy, Colouring } from './colouring';
import { drawMap } from './draw-map';
import { readGestures } from './gestures';
import { layOut } from './layout';
import type { Layout } from './layout';
import { createPainter } from './painter';
import type { Painter } from './painter';
import { nearest, project } from './projection';
import type { Projection } from './projection';
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
  #places = new Map<string, number>();
  #painter: Painter | null = null;
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
    this.#places = new Map(this.map.items.map(({ item }, place) => [item, place]));
    this.#view = whole;
  }

  override firstUpdated(): void {
    this.#painter = createPainter(this.#canvas);
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
    const [layout, style] = [this.#layout, getComputedStyle(this)];
    if (!layout || !chart || this.#frame.width === 0) return;
    const colourNamed = (name: string) => style.getPropertyValue(name).trim();
    const colours = colouring.groups.map((_group, i) => colourNamed(colourOf(by, colouring, i)));
    const placesOf = (cards: readonly { readonly item: string }[]): readonly number[] =>
      cards.map(({ item }) => this.#places.get(item) ?? -1).filter((place) => place >= 0);
    const near = placesOf(chart.neighbours ?? []);
    const chosen = chart.chosen === null ? -1 : (this.#places.get(chart.chosen) ?? -1);
    const lit = chosen < 0 ? placesOf(chart.found ?? []) : [chosen, ...near];
    const picked = lit.length > 0 ? new Set(lit) : null;
    this.#canvas.dataset.scale = this.#view.scale.toFixed(2);
    this.#painter?.paint((context) =>
      drawMap(context, {
        map,
        layout,
        projection: this.#projection,
        colour: (item) => colours[colouring.groupOf[item]],
        isLit: (item) =>
          picked ? picked.has(item) : group === null || colouring.groupOf[item] === group,
        chosen,
        near,
        ink: colourNamed('--ink'),
        halo: colourNamed('--surface'),
        font: style.fontFamily,
      }),
    );
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
    return nearest(this.#projection, this.map.items.length, x, y, reach);
  }

  #choose(place: number): void {
    void this.session.chooseOnMap(place < 0 ? null : this.map.items[place].item);
  }

  #hover(place: number): void {
    if (place === this.#hovered) return;
    this.#hovered = place;
    this.#canvas.style.cursor = place < 0 ? '' : 'pointer';
    this.#label();
  }

  /** Rings the item under the pointer, and says what it is. Over the canvas, which need not be painted again. */
  #label(): void {
    const label = this.querySelector<HTMLElement>('.map-label')!;
    const ring = this.querySelector<HTMLElement>('.map-ring')!;
    label.hidden = ring.hidden = this.#hovered < 0;
    if (label.hidden) return;
    const { title, year, genres } = this.map.items[this.#hovered];
    label.textContent = [title, year, genres.join(', ')].filter((part) => part).join(' · ');
    const { offsetWidth: wide, offsetHeight: high } = label;
    const projection = this.#projection;
    const [x, y] = [projection.x(this.#hovered), projection.y(this.#hovered)];
    const radius = projection.radius(this.#hovered) + 4;
    ring.style.width = ring.style.height = `${2 * radius}px`;
    ring.style.translate = `${x - radius}px ${y - radius}px`;
    const left = Math.max(8, Math.min(x - wide / 2, projection.frame.width - wide - 8));
    const above = y - high - 16;
    label.style.translate = `${left}px ${above < 8 ? y + 16 : above}px`;
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

  /** The item nearest to the middle of the canvas. */
  #middle(): number {
    const { width, height } = this.#frame;
    return nearest(this.#projection, this.map.items.length, width / 2, height / 2, Infinity);
  }
}

customElements.define('point-map', PointMap);
