import { isFailure } from '../errors';
import type { ItemMap } from '../api';
import type { Recommender } from '../engine/models/recommender';
import { choiceVectors } from '../engine/serving/choice-vectors';
import { createQuestions, type Questions } from '../engine/serving/questions';
import {
  byVectors,
  createShelf,
  type ItemVectors,
  type Likeness,
  type Shelf,
} from '../engine/serving/shelf';
import type { Opened } from './opened';

/** Where the items of a recommender lie. */
interface Placing extends Pick<ItemMap, 'by'> {
  readonly vectors: ItemVectors;
}

/** What controls, questions, the Map and neighbours go by, made once for each recommender that is loaded. */
export interface Shelves {
  shelf(opened: Opened): Promise<Shelf>;
  /** By the vectors that the model keeps of items, or else by who chose them. */
  placing(opened: Opened): Promise<Placing>;
  /** How alike items are to someone who looks for similar ones: by where they lie. */
  similarity(opened: Opened): Promise<Likeness>;
  questions(opened: Opened): Promise<Questions>;
}

export function createShelves(): Shelves {
  const own = once(({ recommender }) => ownVectors(recommender));
  const placing = once(async (opened): Promise<Placing> => {
    const vectors = await own(opened);
    if (vectors) return { by: 'model', vectors };
    return { by: 'choosers', vectors: choiceVectors(opened.dataset, opened.recommender.items) };
  });
  return {
    shelf: once(async (opened) =>
      createShelf(opened.dataset, opened.recommender.items, await own(opened)),
    ),
    placing,
    similarity: once(async (opened) => byVectors((await placing(opened)).vectors)),
    questions: once(async ({ dataset }) => createQuestions(dataset)),
  };
}

/** Makes something for each recommender once, unless that failed. */
function once<Made>(make: (opened: Opened) => Promise<Made>): (opened: Opened) => Promise<Made> {
  const made = new WeakMap<Recommender, Promise<Made>>();
  return (opened) => {
    const { recommender } = opened;
    const known = made.get(recommender);
    if (known) return known;
    const making = make(opened);
    made.set(recommender, making);
    making.catch(() => made.delete(recommender));
    return making;
  };
}

/** The vectors that a model keeps of items; null where it keeps none. */
async function ownVectors(recommender: Recommender): Promise<ItemVectors | null> {
  try {
    return await recommender.itemVectors();
  } catch (error) {
    if (isFailure(error, 'NotFoundError')) return null;
    throw error;
  }
}
