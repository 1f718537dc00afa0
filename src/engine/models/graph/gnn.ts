import { dense } from '../../../kernels/dense/dense';
import { propagate } from '../../../kernels/sparse-product/sparse-product';
import type { Random } from '../../../kernels/random';
import * as tf from '../../../kernels/tensor';
import { interactionGraph, type Graph } from '../../nn/graph';
import { glorotWeight, type Weights } from '../../nn/weights';
import { defineModel } from '../model';
import { graphFields, graphMemory } from './graph-fields';
import { foldInToGraph, learnOnGraph, startNodes, type Hop } from './learn-on-graph';

interface Size {
  readonly dim: number;
  readonly layers: number;
}

/**
 * The plain graph network `h' = σ(Σ W h + b)`, summed over the neighbours of each node with the
 * weights of graph convolution: users hear from what they chose and, where there are friends,
 * from these. `σ` is `tanh`; what ranks is the mean of all layers.
 */
export const gnn = defineModel({
  name: 'gnn',
  title: 'Graph network (GNN)',
  family: 'graph',
  source: 'Kipf & Welling (2017), https://arxiv.org/abs/1609.02907',
  needs: [],
  fields: graphFields({ layers: 2, learningRate: 0.01, l2: 0.0001 }),

  memory: graphMemory,

  fit: (train, config, context) =>
    learnOnGraph(train, config, context, {
      connect: () => interactionGraph(train, train.friends ? [train.friends] : []),
      start: (random) => ({
        ...startNodes(train, config.dim, random),
        ...startLayers(config, random),
      }),
      hops: (weights, graph) => hopsOf(weights, graph, config),
    }),

  foldIn: foldInToGraph,

  factors: ({ items }) => ({ items, bias: null }),
});

function startLayers({ dim, layers }: Size, random: Random): Weights {
  const layer = (_zero: unknown, index: number): Weights => ({
    [`${index}.weight`]: glorotWeight(dim, dim, random),
    [`${index}.bias`]: tf.zeros([dim]),
  });
  return Object.assign({}, ...Array.from({ length: layers }, layer)) as Weights;
}

function hopsOf(weights: Weights, { adjacency }: Graph, { layers }: Size): readonly Hop[] {
  const hop = (_zero: unknown, index: number): Hop => {
    const { [`${index}.weight`]: weight, [`${index}.bias`]: bias } = weights;
    return (nodes) => tf.tanh(dense(propagate(adjacency, nodes), weight, bias));
  };
  return Array.from({ length: layers }, hop);
}
