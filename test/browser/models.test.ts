import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf, plainHistory, strangerWith, type Query } from '../../src/engine/data/dataset';
import { completeConfig, type Config, type Model } from '../../src/engine/models/model';
import { Recommender } from '../../src/engine/models/recommender';
import { models } from '../../src/engine/models/registry';
import { sasRec } from '../../src/engine/models/sequence/sasrec';
import { restore, snapshot, type HostWeights } from '../../src/engine/nn/weights';
import { createRandom } from '../../src/kernels/random';
import * as tf from '../../src/kernels/tensor';
import { tasteGraph, twoTastes } from '../fixtures/two-tastes';
import { expectAgreement, on, startBoth } from './both';

const dataset = { ...twoTastes({ users: 12, items: 10, chosen: 4 }), graph: tasteGraph(10) };
const queries: readonly Query[] = [
  strangerWith(plainHistory([])),
  strangerWith(plainHistory([1, 3, 5])),
  { user: 2, history: historyOf(dataset, 2), features: null },
];

/** Small enough for a GPU that is computed in software; each model takes what it has a field for. */
const tiny: Config = { dim: 8, epochs: 3, batchSize: 16, length: 4, layers: 1, heads: 2 };

function tinyConfig({ fields }: Model, set: Config): Config {
  const known = Object.entries(tiny).filter(([name]) => Object.hasOwn(fields, name));
  return completeConfig(fields, { ...Object.fromEntries(known), ...set });
}

/** Where the slope of an item that is as often chosen as drawn all but vanishes, Adam's first step is mere rounding. */
const uneven: Readonly<Record<string, Config>> = { fpmc: { negatives: 2 } };

/** Every model as it comes, and what else one has kernels for. */
const cases: readonly (readonly [name: string, model: Model, set: Config])[] = [
  ...models.map((model) => [model.name, model, uneven[model.name] ?? {}] as const),
  ['sasrec by distance and time', sasRec, { order: 'distance-and-time', norm: 'after' }],
  ['sasrec with negatives of its own', sasRec, { loss: 'gbce', negatives: 3 }],
];

interface Learned {
  /** After the first epoch. */
  readonly weights: HostWeights;
  /** Tensors on the device before the fit, after each epoch, and after the fit. */
  readonly tensors: { before: number; epochs: number[]; after: number };
}

async function learn(model: Model, config: Config): Promise<Learned> {
  const { signal } = new AbortController();
  const context = { random: createRandom(1), signal, resume: null };
  const before = tf.memory().numTensors;
  const epochs: number[] = [];
  let weights: HostWeights | null = null;
  for await (const progress of model.fit(dataset, config, context)) {
    if (progress.done < 1) continue;
    epochs.push(tf.memory().numTensors);
    weights ??= await snapshot(progress.weights);
  }
  return { weights: weights!, tensors: { before, epochs, after: tf.memory().numTensors } };
}

/** What a recommender with these weights says to all queries. */
async function score(model: Model, config: Config, weights: HostWeights): Promise<Float32Array[]> {
  const { items, users } = dataset;
  const recommender = new Recommender({ model, config, items, users, weights: restore(weights) });
  const scores = await recommender.score(queries);
  recommender.dispose();
  return scores;
}

beforeAll(async () => {
  expect(await navigator.gpu.requestAdapter()).not.toBeNull();
  await startBoth();
});

describe.each(cases)('%s on WebGPU', (_name, model, set) => {
  const config = tinyConfig(model, set);
  let learned: Learned;
  beforeAll(async () => void (learned = await on('webgpu', () => learn(model, config))));

  test('learns the same as on the CPU in its first epoch', async () => {
    const onCpu = await on('cpu', () => learn(model, config));
    const names = Object.keys(onCpu.weights);
    const numbers = ({ weights }: Learned) => names.map((name) => weights[name].values);
    expectAgreement(numbers(learned), numbers(onCpu));
  });

  test('scores as on the CPU', async () => {
    const scores = await on('webgpu', () => score(model, config, learned.weights));
    expect(scores.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
    expectAgreement(scores, await on('cpu', () => score(model, config, learned.weights)));
  });

  test('holds no more tensors epoch after epoch, and none when it is done', () => {
    const { before, epochs, after } = learned.tensors;
    expect(epochs.length).toBe('epochs' in model.fields ? 3 : 1);
    expect(new Set(epochs).size).toBe(1);
    expect(after).toBe(before);
  });
});
