import { html, nothing } from 'lit';
import type { Formats } from '../format';
import type { Messages } from '../messages';
import { colourOf } from './colouring';
import type { ColourBy, Colouring, Group } from './colouring';

interface Legend {
  readonly by: ColourBy;
  readonly colouring: Colouring;
  /** The group that is picked out, or null. */
  readonly chosen: number | null;
}

/** What each colour stands for, and how many items have it; each picks its items out, for whom colours do not. */
export function mapLegend(
  { by, colouring, chosen }: Legend,
  { map: words }: Messages,
  { count }: Formats,
  pick: (group: number) => void,
) {
  const nameOf = ({ name, isOpen }: Group): string => {
    if (name === null) return words.rest;
    if (typeof name === 'string') return name;
    return isOpen ? words.before(String(name + 10)) : words.decade(String(name));
  };
  return html`<ul class="map-legend" data-testid="map-legend" aria-label=${words.legend}>
    ${colouring.groups.map((group, place) =>
      group.count === 0
        ? nothing
        : html`<li>
            <button
              class="segment"
              aria-pressed=${place === chosen}
              data-group=${group.name ?? ''}
              @click=${() => pick(place)}
            >
              <span class="swatch" data-colour=${colourOf(by, colouring, place).slice(2)}></span>
              ${nameOf(group)} <span class="muted">${count(group.count)}</span>
            </button>
          </li>`,
    )}
  </ul>`;
}
