import { isFailure } from '../errors';
import type { Recommender } from '../engine/models/recommender';
import { createQuestions, type Questions } from '../engine/serving/questions';
import { createShelf, type ItemVectors, type Shelf } from '../engine/serving/shelf';
import type { Opened } from './opened';

/** What controls and questions go by, made once for each recommender that is loaded. */
export interface Shelves {
  shelf(opened: Opened): Promise<Shelf>;
  questions(opened: Opened): Questions;
}

export function createShelves(): Shelves {
  const shelves = new WeakMap<Recommender, Promise<Shelf>>();
  const questions = new WeakMap<Recommender, Questions>();
  return {
    shelf({ recommender, dataset }) {
      const known = shelves.get(recommender);
      if (known) return known;
      const made = vectorsOf(recommender).then((vectors) =>
        createShelf(dataset, recommender.items, vectors),
      );
      shelves.set(recommender, made);
      made.catch(() => shelves.delete(recommender));
      return made;
    },
    questions({ recommender, dataset }) {
      const made = questions.get(recommender) ?? createQuestions(dataset);
      questions.set(recommender, made);
      return made;
    },
  };
}

/** Null for a model that keeps none. */
async function vectorsOf(recommender: Recommender): Promise<ItemVectors | null> {
  try {
    return await recommender.itemVectors();
  } catch (error) {
    if (isFailure(error, 'NotFoundError')) return null;
    throw error;
  }
}
