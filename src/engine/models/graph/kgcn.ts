import type { Random } from '../../../kernels/random';
import * as tf from '../../../kernels/tensor';
import { failure } from '../../../errors';
import { tripleBatches, type TripleBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { drawFacts, shuffleTails, type Facts } from '../../data/facts';
import { uniformNegatives } from '../../data/negatives';
import { descend, serving, type FitProgress } from '../../nn/fit';
import { glorotWeight } from '../../nn/weights';
import { whole } from '../fields';
import { defineModel } from '../model';

import { graphFields } from './graph-fields';
import { crossEntropy, derive, scoreAll, type Learned, type Served } from './kgcn-layer';
import { foldInToGraph } from './learn-on-graph';

const { dim, epochs, batchSize, learningRate, l2 } = graphFields({
  layers: 1,
  learningRate: 0.005,
  l2: 0.001,
});

/**
 * Items hear from what a graph connects them with; how much of each fact depends on what its
 * kind means to the user. One layer, with the sum aggregator, of the paper's network. An item
 * that nobody chose is judged by what it hears alone: its own vector stays as it began.
 */
export const kgcn = defineModel({
  name: 'kgcn',
  title: 'Knowledge graph convolution (KGCN)',
  family: 'graph',
  source: 'Wang et al. (2019), https://arxiv.org/abs/1904.12575',
  needs: ['itemGraph'],
  newItems: 'graph',
  fields: {
    dim,
    facts: whole('Facts', 'How many facts about each item are drawn from the graph.', 8, 1, 64),
    graph: {
      default: 'given',
      choices: ['given', 'shuffled'],
      label: 'Graph',
      help: 'Shuffled, its facts are of no use: what is left of the accuracy did not come from them.',
    },
    epochs,
    batchSize: { ...batchSize, default: 2048, help: 'Interactions per step.' },
    learningRate,
    l2,
  },

  memory: ({ users, items, graph }, { dim, facts, batchSize }) =>
    4 *
    (4 * dim * (users.size + items.size + (graph?.entities.size ?? 0)) +
      2 * batchSize * facts * 8 * dim),

  async *fit(train, config, context): AsyncGenerator<FitProgress<Served>> {
    const facts = factsFor(train, config, context.random.fork(2));
    const sampler = uniformNegatives(train);
    const fit = descend({
      ...context,
      start: (random) => ({
        users: glorotWeight(train.users.size, config.dim, random),
        nodes: glorotWeight(facts.nodes, config.dim, random),
        relations: glorotWeight(facts.relations, config.dim, random),
        weight: glorotWeight(config.dim, config.dim, random),
        bias: tf.zeros([config.dim]),
      }),
      epochs: config.epochs,
      learningRate: config.learningRate,
      batchesPerEpoch: Math.ceil(train.itemOf.length / config.batchSize),
      batches: (random) => tripleBatches(train, config.batchSize, sampler, random),
      loss: (weights: Learned, batch: TripleBatch) =>
        crossEntropy(weights, facts, batch, config.l2),
    });
    yield* serving(fit, (weights: Learned) => derive(weights, facts));
  },

  foldIn: (weights: Served, queries) => foldInToGraph(weights, queries),

  score: (weights: Served, users) => scoreAll(weights, users),
});

/** @throws DataError without a graph of these items */
function factsFor(
  { graph }: Dataset,
  config: { readonly facts: number; readonly graph: string },
  random: Random,
): Facts {
  const used = graph && config.graph === 'shuffled' ? shuffleTails(graph, random.fork(0)) : graph;
  const facts = used && drawFacts(used, config.facts, random.fork(1));
  if (facts && facts.informed.length > 0) return facts;
  throw failure(
    'DataError',
    'There are no facts about these items. Add a graph of them, or choose another model.',
  );
}
