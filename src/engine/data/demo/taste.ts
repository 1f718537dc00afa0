import type { Random } from '../../../kernels/random';
import { shelves } from './titles';

/** How much a person likes each shelf, about 0 with a spread of about 1: `[shelves]` */
export type Taste = readonly number[];

const genres = [...new Set(shelves.flatMap((shelf) => shelf.genres))];

/**
 * A taste that follows genres, so that who likes one shelf of science fiction
 * tends to like the others, and then has its own whims.
 */
export function inventTaste(random: Random): Taste {
  const liking = new Map(genres.map((genre) => [genre, random.normal()]));
  return shelves.map((shelf) => {
    const sum = shelf.genres.reduce((total, genre) => total + (liking.get(genre) ?? 0), 0);
    return (0.8 * sum) / Math.sqrt(shelf.genres.length) + 0.6 * random.normal();
  });
}
