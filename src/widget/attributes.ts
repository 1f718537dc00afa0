import type { Precision, VisitorRequest } from '../visitor-api';

/** What is observed: whatever changes here, the list is asked for again. */
export const observed = [
  'src',
  'worker',
  'precision',
  'limit',
  'threshold',
  'fallback',
  'similar-to',
  'heading',
  'item-url',
  'lang',
] as const;

export type Attribute = (typeof observed)[number];

const defaultLimit = 10;
const mostItems = 100;

/** How many items are asked for: a whole number from 1 to 100, or else 10. */
export function toLimit(text: string | null): number {
  const limit = Number(text ?? defaultLimit);
  return Number.isInteger(limit) && limit > 0 && limit <= mostItems ? limit : defaultLimit;
}

/** The score below which items are left out, or null where none is given. */
export function toThreshold(text: string | null): number | null {
  const threshold = Number(text);
  return text === null || text.trim() === '' || Number.isNaN(threshold) ? null : threshold;
}

export function toFallback(text: string | null): VisitorRequest['fallback'] {
  return text === 'none' ? 'none' : 'popular';
}

export function toPrecision(text: string | null): Precision {
  return text === 'float32' ? 'float32' : 'int8';
}
