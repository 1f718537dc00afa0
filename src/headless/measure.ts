import { evaluate, type Evaluation } from '../engine/evaluation/evaluate';
import type { Checkpoint } from '../engine/models/checkpoint';
import type { Config, Model } from '../engine/models/model';
import { withRecommender } from '../engine/models/saved';
import type { Split } from '../engine/data/split';
import { isOfUsers } from '../engine/nn/weights';
import { train } from '../engine/training/train';
import { testCheckpoint, type TestResult, type Trial } from '../engine/training/trial';
import type { CheckpointFile } from './checkpoints';
import { follow } from './progress';
import { countTestRead } from './test-reads';

/** One training on one split, and what came of its test. */
export interface Run extends TestResult {
  readonly trial: Trial;
  readonly epochs: number;
  /** The epoch that validation chose. */
  readonly bestEpoch: number;
  readonly seconds: { readonly fit: number; readonly evaluate: number };
  /** The same test with everyone folded in from their history, as newcomers are. */
  readonly strangers: Evaluation['metrics'];
  /** How often the test part of this split has been read, this time included. */
  readonly testReads: number;
}

/** Fits on train, chooses by validation, reads the test once. */
export async function measure(
  model: Model,
  trial: Trial,
  { config, checkpoint }: { readonly config: Config; readonly checkpoint: CheckpointFile | null },
): Promise<Run> {
  const { split, hash } = trial;
  const { signal } = new AbortController();
  const resume = checkpoint && (await checkpoint.read());
  const fit = train(model, split, { config, seed: split.seed, signal, resume });
  const { best, bestEpoch, reports, elapsed } = await follow(fit, checkpoint?.write);
  const testReads = await countTestRead(hash, model.name);
  const begun = performance.now();
  const result = await testCheckpoint(best!, split);
  return {
    ...result,
    trial,
    epochs: reports.length,
    bestEpoch,
    seconds: { fit: elapsed, evaluate: (performance.now() - begun) / 1000 },
    // Without a table of users everyone is a stranger already.
    strangers: Object.keys(best!.weights).some(isOfUsers)
      ? await asStrangers(best!, split)
      : result.evaluation.metrics,
    testReads,
  };
}

async function asStrangers(best: Checkpoint, { test, train, scale }: Split) {
  const { metrics } = await withRecommender(best, (recommender) =>
    evaluate(recommender, test, train, { strangers: true, scale }),
  );
  return metrics;
}
