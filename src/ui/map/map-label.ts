import type { ItemCard } from '../../api';
import type { Projection } from './projection';

/** The pointed-out item's ring and label, over the canvas, which need not be painted again. */
export interface MapLabel {
  /** Rings `place` and says what it is; -1 takes both away. */
  show(place: number, items: readonly ItemCard[], projection: Projection): void;
}

/** Writes into the two elements of that class below `root`. */
export function createMapLabel(root: HTMLElement): MapLabel {
  const label = root.querySelector<HTMLElement>('.map-label')!;
  const ring = root.querySelector<HTMLElement>('.map-ring')!;
  return {
    show(place, items, projection) {
      label.hidden = ring.hidden = place < 0;
      if (place < 0) return;
      const { title, year, genres } = items[place];
      label.textContent = [title, year, genres.join(', ')].filter((part) => part).join(' · ');
      const { offsetWidth: wide, offsetHeight: high } = label;
      const [x, y] = [projection.x(place), projection.y(place)];
      const radius = projection.radius(place) + 4;
      ring.style.width = ring.style.height = `${2 * radius}px`;
      ring.style.translate = `${x - radius}px ${y - radius}px`;
      const left = Math.max(8, Math.min(x - wide / 2, projection.frame.width - wide - 8));
      const above = y - high - 16;
      label.style.translate = `${left}px ${above < 8 ? y + 16 : above}px`;
    },
  };
}
