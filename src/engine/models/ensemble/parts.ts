import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import type { Dataset } from '../../data/dataset';
import type { FitProgress } from '../../nn/fit';
import type { Weights } from '../../nn/weights';
import { toFeedback } from '../feedback';
import { completeConfig, type Config, type Model, type NumberField } from '../model';

/** A model that is part of another, with its settings. */
export interface Part {
  readonly model: Model;
  readonly config: Config;
}

/** A part as it comes, but for those of its fields that are `given`. */
export function partOf(model: Model, given: Config = {}): Part {
  const own = Object.entries(given).filter(([name]) => Object.hasOwn(model.fields, name));
  return { model, config: completeConfig(model.fields, Object.fromEntries(own)) };
}

/** By what is said of the newest choices it is decided how much each part counts. */
export const heldBackField = {
  default: 0.1,
  min: 0.01,
  max: 0.5,
  label: 'Held back',
  help: 'Share of each history, its newest part, by which the weights are chosen.',
} as const satisfies NumberField;

/** What a part needs to learn. */
export interface Learning {
  readonly random: Random;
  readonly signal: AbortSignal;
}

/**
 * Yields that a part is learning, of which there is nothing to serve from yet, nor to go on from:
 * a fit that is resumed here begins anew.
 */
export const atWork: FitProgress = {
  epoch: 1,
  done: 0,
  interactions: 0,
  weights: {},
  state: { moments: {}, epoch: 1, batch: 0, step: 0, lossSum: 0 },
};

/**
 * Learns a part, and returns what it has learned after its last epoch, which the caller
 * disposes; null when it was stopped. @throws DataError where it lacks ratings
 */
export async function* learnPart(
  { model, config }: Part,
  train: Dataset,
  context: Learning,
): AsyncGenerator<FitProgress, Weights | null> {
  let learned: Weights | null = null;
  let isKept = false;
  try {
    const fit = model.fit(toFeedback(model, train, config), config, { ...context, resume: null });
    for await (const { done, weights } of fit) {
      if (done === 1) {
        if (learned) tf.dispose(learned);
        learned = cloned(weights);
      }
      yield atWork;
    }
    isKept = !context.signal.aborted;
    return isKept ? learned : null;
  } finally {
    if (learned && !isKept) tf.dispose(learned);
  }
}

/** The same tensors under handles of their own. */
export function cloned(weights: Weights): Weights {
  return tf.tidy(() => {
    const copies = Object.entries(weights).map(([name, tensor]) => [name, tf.clone(tensor)]);
    return Object.fromEntries(copies) as Weights;
  });
}
