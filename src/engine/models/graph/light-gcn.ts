import { propagate } from '../../../kernels/sparse-product/sparse-product';
import { interactionGraph } from '../../nn/graph';
import { defineModel } from '../model';
import { graphFields, graphMemory } from './graph-fields';
import { foldInToGraph, learnOnGraph, startNodes, type Hop } from './learn-on-graph';

/**
 * Users and items as the mean of what they are by themselves and of what reaches them
 * along one, two, … edges of the graph of who chose what: sums, and nothing else.
 */
export const lightGcn = defineModel({
  name: 'light-gcn',
  title: 'Graph convolution (LightGCN)',
  family: 'graph',
  source: 'He et al. (2020), https://arxiv.org/abs/2002.02126',
  needs: [],
  fields: graphFields({ layers: 3, learningRate: 0.02, l2: 0.0001 }),

  memory: graphMemory,

  fit: (train, config, context) =>
    learnOnGraph(train, config, context, {
      connect: () => interactionGraph(train),
      start: (random) => startNodes(train, config.dim, random),
      hops: (_weights, { adjacency }) =>
        new Array<Hop>(config.layers).fill((nodes) => propagate(adjacency, nodes)),
    }),

  foldIn: foldInToGraph,

  factors: ({ items }) => ({ items, bias: null }),
});
