/** Recommendations for a page without an element. Importing it does nothing. */
export { createPalate } from './client';
export type { Palate, PalateOptions } from './client';
export { palate } from './palate';
export type { ScriptAddress } from './trust';
export type * from '../visitor-api';
