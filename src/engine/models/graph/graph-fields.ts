import type { Dataset } from '../../data/dataset';
import { embeddingField, l2Field, whole } from '../fields';
import type { Fields } from '../model';

/** The fields that all models of graphs share; their defaults differ. */
export function graphFields(defaults: {
  readonly layers: number;
  readonly learningRate: number;
  readonly l2: number;
}) {
  return {
    dim: embeddingField(64),
    layers: whole(
      'Layers',
      'How many edges of the graph taste may travel along.',
      defaults.layers,
      1,
      8,
    ),
    epochs: whole(
      'Epochs',
      'Passes over the data at most; training stops earlier once it no longer helps.',
      500,
      1,
      5000,
    ),
    batchSize: whole(
      'Batch size',
      'Interactions per step. Each step goes once through the whole graph, so fewer and larger ones are faster.',
      8192,
      1,
      65536,
    ),
    learningRate: {
      default: defaults.learningRate,
      min: 0.00001,
      max: 1,
      label: 'Learning rate',
      help: 'How far each step goes. Larger batches bear larger ones.',
    },
    l2: l2Field(defaults.l2),
  } as const satisfies Fields;
}

/**
 * Bytes at the peak of a step: weights, gradients, moments and layers forth and back for each
 * node; the edges both ways; and the triples.
 */
export function graphMemory(
  { users, items, itemOf }: Dataset,
  { dim, layers, batchSize }: { readonly [name in 'dim' | 'layers' | 'batchSize']: number },
): number {
  const nodes = users.size + items.size;
  return 4 * (nodes * dim * (8 + 2 * layers) + 2 * 2 * itemOf.length + 20 * batchSize);
}
