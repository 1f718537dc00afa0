import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { splitDataset, type Split } from '../../../src/engine/data/split';
import { bprMf } from '../../../src/engine/models/factorization/bpr-mf';
import { lstm4Rec } from '../../../src/engine/models/sequence/lstm4rec';
import { defineModel, type Model } from '../../../src/engine/models/model';
import { headline } from '../../../src/engine/evaluation/judge';
import { popularity } from '../../../src/engine/models/classical/popularity';
import { sasRec } from '../../../src/engine/models/sequence/sasrec';
import {
  refit,
  train,
  type RefitOptions,
  type TrainingOptions,
  type TrainingProgress,
  type TrainingResult,
} from '../../../src/engine/training/train';
import { decodeTraining } from '../../../src/engine/training/training-checkpoint';
import * as tf from '../../../src/kernels/tensor';
import { datasetOf, type Event } from '../../fixtures/events';
import { learnWeights, onDevice, smallConfig, start, toTheEnd } from '../../fixtures/learning';
import { twoTastes } from '../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

let before: ReturnType<typeof onDevice>;
beforeEach(() => void (before = onDevice()));
afterEach(() => expect(onDevice()).toEqual(before));

/** Two users who chose item 0 and should be shown item 1, among 12. */
const scriptedSplit: Split = splitDataset(
  datasetOf(
    [
      ...[0, 1, 1].map((item, i): Event => [0, item, i]),
      ...[0, 1, 2].map((item, i): Event => [1, item, i]),
    ],
    { items: 12 },
  ),
  'leave-one-out',
  1,
);

/** A model that, epoch by epoch, shows item 1 at the place its script says, from 0. */
function scripted(places: readonly number[]): Model {
  return {
    ...defineModel({ ...popularity, name: 'scripted' }),
    async *fit(_train, _config, { signal, resume }) {
      const from = resume?.state.epoch ?? 0;
      for (const [index, place] of places.entries()) {
        const epoch = index + 1;
        if (epoch <= from || signal.aborted) continue;
        const others = Array.from({ length: 10 }, (_zero, rank) => -1 - rank);
        const counts = tf.tensor1d([0, -place - 0.5, ...others]);
        const state = { moments: {}, epoch, batch: 1, step: epoch, lossSum: 0 };
        try {
          yield { epoch, done: 1, loss: 1 / epoch, interactions: 3, weights: { counts }, state };
        } finally {
          counts.dispose();
        }
      }
    },
  };
}

const options = (given: Partial<TrainingOptions> = {}): TrainingOptions => ({
  config: {},
  seed: 1,
  signal: new AbortController().signal,
  resume: null,
  ...given,
});

const scoresOf = ({ reports }: TrainingResult): number[] =>
  reports.map(({ validation }) => validation[headline]);

describe('the best epoch', () => {
  test('is that with the highest validation score, and its weights are kept', async () => {
    const places = [5, 2, 4, 3, 3];
    const result = await toTheEnd(train(scripted(places), scriptedSplit, options()));
    expect(scoresOf(result)).toEqual(
      places.map((place) => expect.closeTo(1 / Math.log2(place + 2), 6)),
    );
    expect(result.bestEpoch).toBe(2);
    expect(result.best?.weights.counts.values[1]).toBe(-2.5);
    expect(result.reports.map(({ best }) => best)).toEqual([true, true, false, false, false]);
    expect(result.reports.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5]);
    expect(result.diverged).toBeNull();
  });

  test('is judged among drawn items by a protocol that samples', async () => {
    const result = await toTheEnd(
      train(scripted([9, 0]), scriptedSplit, options({ negatives: 1 })),
    );
    expect(scoresOf(result)[0]).toBeGreaterThanOrEqual(1 / Math.log2(3));
    expect(scoresOf(result)[1]).toBe(1);
    expect(Object.keys(result.reports[0].validation)).toEqual(['hr@10', 'ndcg@10']);
  });

  test('is the earlier one of two that are equal', async () => {
    const result = await toTheEnd(train(scripted([3, 1, 1]), scriptedSplit, options()));
    expect(result.bestEpoch).toBe(2);
  });

  test('carries the names of users and items', async () => {
    const { best } = await toTheEnd(train(scripted([0]), scriptedSplit, options()));
    expect(best?.items).toEqual(scriptedSplit.train.items.ids);
    expect(best?.users).toEqual(['u0', 'u1']);
  });
});

describe('training ends early', () => {
  test.each([
    [1, 3],
    [2, 4],
    [3, 8],
  ])('with patience %i after epoch %i', async (patience, epochs) => {
    const places = [5, 2, 4, 3, 1, 3, 3, 3, 0];
    const result = await toTheEnd(train(scripted(places), scriptedSplit, options({ patience })));
    expect(result.reports.length).toBe(epochs);
  });

  test('and stays ended when it is resumed from there', async () => {
    const running = train(scripted([1, 3, 3, 0]), scriptedSplit, options({ patience: 2 }));
    let file: Blob | undefined;
    for await (const progress of running) file = await progress.checkpoint();
    const resume = await decodeTraining(file!);
    const result = await toTheEnd(
      train(scripted([1, 3, 3, 0]), scriptedSplit, options({ patience: 2, resume })),
    );
    expect(result.bestEpoch).toBe(1);
    expect(result.reports.length).toBe(3);
  });
});

describe('stopped', () => {
  const dataset = twoTastes();
  const split = splitDataset(dataset, 'leave-one-out', 1);
  const config = smallConfig(bprMf, { epochs: 5, batchSize: 8 });

  /** Trains until `isHere`, then aborts; gives the result and how often it was heard of after. */
  async function stopAt(isHere: (progress: TrainingProgress) => boolean) {
    const stop = new AbortController();
    const running = train(bprMf, split, options({ config, signal: stop.signal }));
    let heardAfter = 0;
    for (;;) {
      const { done, value } = await running.next();
      if (done) return { result: value, heardAfter };
      if (stop.signal.aborted) heardAfter++;
      if (isHere(value)) stop.abort();
    }
  }

  test('before the first epoch has ended, it has nothing', async () => {
    const { result, heardAfter } = await stopAt(({ done }) => done < 1);
    expect(result).toMatchObject({ best: null, bestEpoch: 0, reports: [], diverged: null });
    expect(heardAfter).toBe(0);
  });

  test('before it began, it does nothing', async () => {
    const signal = AbortSignal.abort();
    const result = await toTheEnd(train(bprMf, split, options({ config, signal })));
    expect(result.best).toBeNull();
  });

  test('later, it has the best so far', async () => {
    const { result, heardAfter } = await stopAt(({ epoch, done }) => epoch === 3 && done < 1);
    expect(result.reports.length).toBe(2);
    expect(result.best?.weights.items.shape).toEqual([20, 8]);
    expect(heardAfter).toBe(0);
  });

  test('in mid-evaluation, it does not wait for the rest of it', async () => {
    const stop = new AbortController();
    let batches = 0;
    const model: Model = {
      ...bprMf,
      foldIn(...given) {
        if (++batches === 2) stop.abort();
        return bprMf.foldIn(...given);
      },
    };
    const validation = Array.from({ length: 40 }, () => split.validation).flat();
    const long = { ...split, validation };
    const result = await toTheEnd(train(model, long, options({ config, signal: stop.signal })));
    expect(batches).toBe(2);
    expect(result).toMatchObject({ best: null, reports: [] });
    expect(onDevice()).toEqual(before);
  });

  test('by leaving it, it frees what it used', async () => {
    for await (const { epoch } of train(bprMf, split, options({ config }))) if (epoch === 2) break;
    expect(onDevice()).toEqual(before);
  });
});

test('progress tells how far it is', async () => {
  const split = splitDataset(twoTastes(), 'leave-one-out', 1);
  const config = smallConfig(bprMf, { epochs: 2, batchSize: 5 });
  const seen: TrainingProgress[] = [];
  for await (const progress of train(bprMf, split, options({ config }))) seen.push(progress);
  expect(seen.length).toBeGreaterThan(4);
  const [epochs, seconds] = [
    seen.map(({ epoch, done }) => epoch + done),
    seen.map(({ elapsed }) => elapsed),
  ];
  expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
  expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
  expect(seen.filter(({ done }) => done === 1).map(({ reports }) => reports.length)).toEqual([
    1, 2,
  ]);
  expect(seen.every(({ loss }) => loss !== null && loss > 0 && loss < 0.8)).toBe(true);
  expect(seen.every(({ interactionsPerSecond }) => interactionsPerSecond > 0)).toBe(true);
});

describe('divergence', () => {
  const split = splitDataset(twoTastes(), 'leave-one-out', 1);
  const diverging = { name: 'DivergenceError', message: expect.stringContaining('learning rate') };

  describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
    beforeAll(async () => void (await start(backend)));

    test.each([
      ['bpr-mf', bprMf],
      ['lstm4rec', lstm4Rec],
      ['sasrec', sasRec],
    ])('of %s is an error that says what to do', async (_name, model) => {
      const config = { ...smallConfig(model), learningRate: 1e38 };
      const running = toTheEnd(train(model, split, options({ config })));
      await expect(running).rejects.toMatchObject(diverging);
    });
  });

  test('after a good epoch keeps that', async () => {
    const good = scripted([2, 3]);
    const model: Model = {
      ...good,
      async *fit(...args) {
        yield* good.fit(...args);
        throw Object.assign(new Error('Lower the learning rate.'), { name: 'DivergenceError' });
      },
    };
    const result = await toTheEnd(train(model, scriptedSplit, options()));
    expect(result.diverged).toMatchObject(diverging);
    expect(result.bestEpoch).toBe(1);
    expect(result.best).not.toBeNull();
  });

  test('is not what other errors are taken for', async () => {
    const model: Model = {
      ...scripted([]),
      async *fit(...args) {
        yield* scripted([1]).fit(...args);
        throw new TypeError('a bug');
      },
    };
    await expect(toTheEnd(train(model, scriptedSplit, options()))).rejects.toThrow('a bug');
  });
});

describe('refitting', () => {
  const dataset = twoTastes();
  const config = smallConfig(bprMf, { epochs: 9, batchSize: 8 });
  const refitting = (given: Partial<RefitOptions> = {}) =>
    refit(bprMf, dataset, { ...options({ config, seed: 4 }), epochs: 3, ...given });

  test('learns from everything for as many epochs as were chosen', async () => {
    const checkpoint = await toTheEnd(refitting());
    const expected = await learnWeights(bprMf, dataset, { ...config, epochs: 3 }, 4);
    expect(checkpoint?.weights).toEqual(expected);
    expect(checkpoint?.users).toEqual(dataset.users.ids);
    expect(checkpoint?.config).toEqual(config);
  });

  test('gives null once it is stopped', async () => {
    const stop = new AbortController();
    const running = refitting({ signal: stop.signal });
    await running.next();
    stop.abort();
    expect(await toTheEnd(running)).toBeNull();
  });

  test('works for a model without epochs', async () => {
    const checkpoint = await toTheEnd(refit(popularity, dataset, { ...options(), epochs: 1 }));
    expect(checkpoint?.weights.counts.values.reduce((sum, count) => sum + count)).toBe(40 * 7);
  });

  test.each<[string, (progress: TrainingProgress) => boolean]>([
    ['in mid-epoch', ({ epoch, done }) => epoch === 2 && done < 1],
    ['at the end of an epoch', ({ epoch, done }) => epoch === 2 && done === 1],
    ['after its last step', () => false],
  ])('resumed after being cut off %s gives the same', async (_where, isHere) => {
    let file: Blob | undefined;
    for await (const progress of refitting()) {
      file = await progress.checkpoint();
      if (isHere(progress)) break;
    }
    const resume = await decodeTraining(file!);
    expect(resume.phase).toBe('refit');
    expect(await toTheEnd(refitting({ resume }))).toEqual(await toTheEnd(refitting()));
  });
});
