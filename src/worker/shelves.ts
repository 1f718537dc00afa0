import { isFailure } from '../errors';
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

/** What controls and questions go by, made once for each recommender that is loaded. */
export interface Shelves {
  shelf(opened: Opened): Promise<Shelf>;
  /** How alike items are to someone who looks for similar ones: by the model's vectors, or else by who chose them. */
  similarity(opened: Opened): Promise<Likeness>;
  questions(opened: Opened): Questions;
}

export function createShelves(): Shelves {
  const shelves = new WeakMap<Recommender, Promise<Shelf>>();
  const questions = new WeakMap<Recommender, Questions>();
  const similarities = new WeakMap<Recommender, Likeness>();
  const shelf = ({ recommender, dataset }: Opened): Promise<Shelf> => {
    const known = shelves.get(recommender);
    if (known) return known;
    const made = ownVectors(recommender).then((vectors) =>
      createShelf(dataset, recommender.items, vectors),
    );
    shelves.set(recommender, made);
    made.catch(() => shelves.delete(recommender));
    return made;
  };
  return {
    shelf,
    async similarity(opened) {
      const { recommender, dataset } = opened;
      const { likeness } = await shelf(opened);
      if (likeness.by === 'vectors') return likeness;
      const made =
        similarities.get(recommender) ?? byVectors(choiceVectors(dataset, recommender.items));
      similarities.set(recommender, made);
      return made;
    },
    questions({ recommender, dataset }) {
      const made = questions.get(recommender) ?? createQuestions(dataset);
      questions.set(recommender, made);
      return made;
    },
  };
}

/** The vectors that a model keeps of items; null where it keeps none. */
export async function ownVectors(recommender: Recommender): Promise<ItemVectors | null> {
  try {
    return await recommender.itemVectors();
  } catch (error) {
    if (isFailure(error, 'NotFoundError')) return null;
    throw error;
  }
}
