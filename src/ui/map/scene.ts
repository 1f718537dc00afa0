import type { Chart } from '../../client/state';
import { colourOf } from './colouring';
import type { ColourBy, Colouring } from './colouring';
import type { Scene } from './draw-map';

/** What a picture of a map is made from. */
export interface Subject extends Pick<Scene, 'map' | 'layout' | 'projection'> {
  readonly chart: Chart;
  /** Where each item is in the map. */
  readonly places: ReadonlyMap<string, number>;
  readonly by: ColourBy;
  readonly colouring: Colouring;
  /** The group that is picked out, or null. */
  readonly group: number | null;
  /** Colours and type. */
  readonly style: CSSStyleDeclaration;
}

/** What stands out: the chosen item and its neighbours, else what was found, else a group, else all. */
export function sceneOf(subject: Subject): Scene {
  const { map, layout, projection, chart, places, by, colouring, group, style } = subject;
  const colourNamed = (name: string) => style.getPropertyValue(name).trim();
  const colours = colouring.groups.map((_group, i) => colourNamed(colourOf(by, colouring, i)));
  const placesOf = (cards: readonly { readonly item: string }[]): readonly number[] =>
    cards.map(({ item }) => places.get(item) ?? -1).filter((place) => place >= 0);
  const near = placesOf(chart.neighbours ?? []);
  const chosen = chart.chosen === null ? -1 : (places.get(chart.chosen) ?? -1);
  const lit = chosen < 0 ? placesOf(chart.found ?? []) : [chosen, ...near];
  const picked = lit.length > 0 ? new Set(lit) : null;
  return {
    map,
    layout,
    projection,
    colour: (item) => colours[colouring.groupOf[item]],
    isLit: (item) =>
      picked ? picked.has(item) : group === null || colouring.groupOf[item] === group,
    chosen,
    near,
    ink: colourNamed('--ink'),
    halo: colourNamed('--surface'),
    font: style.fontFamily,
  };
}
