/** `<palate-recs>`, defined once, and the same without an element. */
import { PalateRecs } from './palate-recs';

export * from './library';
export type { ItemRenderer } from './card';
export { PalateRecs } from './palate-recs';
export type { EmbedFailure, PalateDetails, Selection } from './events';

const tag = 'palate-recs';

if (globalThis.customElements && !customElements.get(tag)) customElements.define(tag, PalateRecs);
