import * as tf from '../../kernels/tensor';
import type { Rule } from '../../kernels/optimizer/optimizer';
import type { Random } from '../../kernels/random';
import { failure } from '../../errors';
import { differentiate } from '../../kernels/differentiate';
import { readScalars } from '../../kernels/read-scalars/read-scalars';
import { adamRule, startAll, stepAll } from './optimizer';
import type { Weights } from './weights';

/** Where a fit stands: with the weights, all that going on from here needs. */
export interface LearningState {
  /** What the optimizer remembers, by the names of the weights. */
  readonly moments: Weights;
  /** The epoch in progress, from 1. */
  readonly epoch: number;
  /** Batches of it that are behind. */
  readonly batch: number;
  /** Optimizer steps since the beginning. */
  readonly step: number;
  /** Sum of the batches' losses in this epoch. */
  readonly lossSum: number;
}

/**
 * How far a fit has come. Weights and state are only lent: the fit frees them when
 * it moves on, so whoever wants them takes a snapshot.
 */
export interface FitProgress<W extends Weights = Weights> {
  /** From 1. */
  readonly epoch: number;
  /** Share of the epoch that is done; at 1 the weights are an epoch's. */
  readonly done: number;
  /** Mean over the epoch so far; absent for models solved in closed form. */
  readonly loss?: number;
  /** Learned from since the progress before. */
  readonly interactions: number;
  readonly weights: W;
  readonly state: LearningState;
}

/** What one step learns from. */
export interface Batch {
  /** Interactions in it. */
  readonly size: number;
}

interface Schedule<W extends Weights, B extends Batch> {
  /** The starting point; `descend` owns what it gives. */
  start(random: Random): W;
  readonly epochs: number;
  readonly learningRate: number;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Where to go on from, copied, or null to begin. */
  readonly resume: { readonly weights: Weights; readonly state: LearningState } | null;
  /** One epoch of batches, the same for the same `random`. */
  batches(random: Random): readonly B[] | Iterable<B>;
  /** How many batches an epoch has. */
  readonly batchesPerEpoch: number;
}

/** A fit by steps of Adam: the model gives a loss, and autodiff finds the slope; or it fuses both. */
export type Descent<W extends Weights, B extends Batch> = Schedule<W, B> &
  (
    | {
        /** A scalar to be made smaller. `random` is for dropout; `step` counts from 1, over all epochs. */
        loss(weights: W, batch: B, random: Random, step: number): tf.Tensor;
      }
    | {
        /** Learns from a batch, in place, and gives its loss: a scalar. */
        step(learning: { weights: W; moments: Weights; rule: Rule }, batch: B): tf.Tensor;
      }
  );

/** A fit with nothing to iterate: one epoch, weights from `solve`. */
export async function* solveOnce<W extends Weights>(
  interactions: number,
  solve: () => W | Promise<W>,
): AsyncGenerator<FitProgress<W>> {
  const weights = await solve();
  const state = { moments: {}, epoch: 1, batch: 1, step: 1, lossSum: 0 };
  try {
    yield { epoch: 1, done: 1, interactions, weights, state };
  } finally {
    tf.dispose(weights);
  }
}

/**
 * The same fit, at the end of whose epochs the weights have beside them what `derive` makes of
 * them, that serving need not. Before an epoch's end they are the learned ones alone.
 */
export async function* serving<W extends Weights, S extends Weights>(
  fit: AsyncGenerator<FitProgress<W>>,
  derive: (weights: W) => S,
): AsyncGenerator<FitProgress<W & S>> {
  for await (const progress of fit) {
    const { weights, done } = progress;
    const derived = tf.tidy(() => (done < 1 ? {} : { ...derive(weights) })) as S;
    try {
      yield { ...progress, weights: { ...weights, ...derived } };
    } finally {
      tf.dispose(derived);
    }
  }
}

/** Losses are read from the device about this often, in ms, … */
const readEvery = 200;
/** … in groups of so many at most, since until they are read steps only queue up, … */
const mostPerRead = 256;
/** … and so many times an epoch at least. */
const leastReads = 4;

/**
 * Minimizes `loss` with Adam, yielding several times a second and after every epoch.
 * Ends early, without error, once `signal` aborts. Whatever is random in epoch `e`
 * and batch `b` depends on the seed, `e` and `b` alone, so a fit that was cut off and
 * resumed learns the same as one that was not. @throws DivergenceError
 */
export async function* descend<W extends Weights, B extends Batch>(
  descent: Descent<W, B>,
): AsyncGenerator<FitProgress<W>> {
  const { epochs, random, signal, batchesPerEpoch } = descent;
  const begun = begin(descent);
  const { weights } = begun;
  let { state } = begun;
  const { moments } = state;
  const meter = createMeter(Math.min(mostPerRead, Math.ceil(batchesPerEpoch / leastReads)));
  try {
    while (state.epoch <= epochs) {
      const epochRandom = random.fork(1, state.epoch);
      let index = 0;
      for (const batch of descent.batches(epochRandom)) {
        if (index++ < state.batch) continue;
        if (signal.aborted) return;
        state = { ...state, batch: index, step: state.step + 1 };
        const rule = adamRule(descent.learningRate, state.step);
        const moment = { random: epochRandom.fork(index), step: state.step };
        const loss = learn(descent, { weights, moments, rule }, batch, moment);
        meter.add(loss, batch.size);
        if (index < batchesPerEpoch && !meter.isDue()) continue;
        const { losses, interactions } = await meter.read();
        const lossSum = losses.reduce((sum, loss) => sum + loss, state.lossSum);
        state = { ...state, lossSum };
        yield {
          epoch: state.epoch,
          done: index / batchesPerEpoch,
          loss: finite(lossSum / index, state.epoch),
          interactions,
          weights,
          state,
        };
      }
      state = { ...state, epoch: state.epoch + 1, batch: 0, lossSum: 0 };
    }
  } finally {
    meter.dispose();
    tf.dispose([weights, moments]);
  }
}

function begin<W extends Weights, B extends Batch>({
  start,
  random,
  resume,
}: Descent<W, B>): { weights: W; state: LearningState } {
  if (!resume) {
    const weights = start(random.fork(0));
    return {
      weights,
      state: { moments: startAll(weights), epoch: 1, batch: 0, step: 0, lossSum: 0 },
    };
  }
  const state = { ...resume.state, moments: copyOf(resume.state.moments) };
  // What has no moments was derived from what has, to serve: it is made anew.
  const learned = Object.keys(state.moments).map((name) => [name, resume.weights[name]] as const);
  return { weights: copyOf(Object.fromEntries(learned)) as W, state };
}

/** New tensors with the same numbers: steps are taken in place, and a clone would share them. */
function copyOf(tensors: Weights): Weights {
  const copies = Object.entries(tensors).map(([name, tensor]) => [name, tf.add(tensor, 0)]);
  return Object.fromEntries(copies) as Weights;
}

/** One step, in place; gives the loss before it. */
function learn<W extends Weights, B extends Batch>(
  descent: Descent<W, B>,
  learning: { readonly weights: W; readonly moments: Weights; readonly rule: Rule },
  batch: B,
  { random, step }: { readonly random: Random; readonly step: number },
): tf.Tensor {
  if ('step' in descent) return descent.step(learning, batch);
  return tf.tidy(() => {
    const { weights } = learning;
    const forward = (): tf.Tensor => descent.loss(weights, batch, random, step);
    const { loss, gradients } = differentiate(Object.values(weights), forward);
    stepAll(learning, gradients);
    return loss;
  });
}

interface Meter {
  /** Takes over a loss on the device, of so many interactions. */
  add(loss: tf.Tensor, interactions: number): void;
  isDue(): boolean;
  /** Losses and interactions since the read before. */
  read(): Promise<{ losses: readonly number[]; interactions: number }>;
  dispose(): void;
}

/** Keeps losses on the device: every read waits for it, so they are read in groups. */
function createMeter(mostSteps: number): Meter {
  let pending: tf.Tensor[] = [];
  let interactions = 0;
  let groupSize = 1;
  let lastRead = performance.now();
  return {
    add(loss, size) {
      pending.push(loss);
      interactions += size;
    },
    isDue: () => pending.length >= groupSize,
    async read() {
      const result = { losses: await readScalars(pending), interactions };
      tf.dispose(pending);
      groupSize = Math.min(suitable(groupSize, performance.now() - lastRead), mostSteps);
      [pending, interactions, lastRead] = [[], 0, performance.now()];
      return result;
    },
    dispose: () => tf.dispose(pending),
  };
}

/** How many steps to take until the next read, when `steps` took `duration` ms. */
function suitable(steps: number, duration: number): number {
  const wanted = Math.round((steps * readEvery) / Math.max(duration, 1));
  return Math.min(Math.max(1, wanted), 2 * steps);
}

function finite(loss: number, epoch: number): number {
  if (Number.isFinite(loss)) return loss;
  throw failure(
    'DivergenceError',
    `The loss became ${loss} in epoch ${epoch}. Lower the learning rate and train again.`,
  );
}
