import type { Dataset } from '../../../src/engine/data/dataset';
import { completeConfig, type FitContext, type Model } from '../../../src/engine/models/model';
import type { FitProgress } from '../../../src/engine/nn/fit';
import { startAll } from '../../../src/engine/nn/optimizer';
import { restore, snapshot, type HostWeights, type Weights } from '../../../src/engine/nn/weights';
import { createRandom } from '../../../src/kernels/random';
import type { Contender, Findings } from '../realm';

/** A fit as every model does it, from given weights. */
export interface Fit {
  readonly weights: HostWeights;
  readonly seed: number;
  /** Learns from a single batch, once. */
  once(context: FitContext): AsyncGenerator<FitProgress>;
  /** Learns for as long as it is asked to. */
  endlessly(context: FitContext): AsyncGenerator<FitProgress>;
}

/** Where a fit that was asked for ever ends. */
export const endless = Number.MAX_SAFE_INTEGER;

/** Long enough that the losses read at the end of an epoch cost nothing. */
export const batchesPerEpoch = 64;

/** A model's own fit, with `given` over its defaults, for so many epochs. */
export function fitOf(model: Model, given: Readonly<Record<string, number | string>>) {
  const config = completeConfig(model.fields, given);
  return (train: Dataset, epochs: number) => (context: FitContext) =>
    model.fit(train, { ...config, epochs }, context);
}

/** The share of the first gradient in Adam's mean after one step. */
const firstShare = 0.1;

/**
 * A contender that trains as the product does, with batches drawn and losses read on
 * the way. Its gradients are those that the optimizer met.
 */
export function learner(fit: Fit): Contender {
  let progress: AsyncGenerator<FitProgress> | undefined;
  let behind = 0;
  return {
    async check() {
      for await (const { done, loss, state } of fit.once(contextOf(fit))) {
        if (done === 1) {
          const gradients = await gradientsOf(fit, state.moments);
          return { loss: Float32Array.of(loss!), gradients };
        }
      }
      throw new Error('The fit ended before its first step.');
    },
    async run(steps) {
      progress ??= fit.endlessly(contextOf(fit));
      const from = behind;
      while (behind < from + steps) {
        const { value } = await progress.next();
        behind = (value as FitProgress).state.step;
      }
      return behind - from;
    },
  };
}

function contextOf({ weights, seed }: Fit): FitContext {
  const start = restore(weights);
  const state = { moments: startAll(start), epoch: 1, batch: 0, step: 0, lossSum: 0 };
  return {
    random: createRandom(seed),
    signal: new AbortController().signal,
    resume: { weights: start, state },
  };
}

/** From moments `[2, …weight]` after one step, of which the first is the mean. */
async function gradientsOf(fit: Fit, moments: Weights): Promise<Findings['gradients']> {
  const host = await snapshot(moments);
  const gradients = Object.entries(fit.weights).map(
    ([
      name,
      {
        values: { length },
      },
    ]) => [name, host[name].values.subarray(0, length).map((mean) => mean / firstShare)],
  );
  return Object.fromEntries(gradients) as Findings['gradients'];
}
