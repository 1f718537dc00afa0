import { expect, test } from 'vitest';
import type { TrainingProgress } from '../../src/engine/training/train';
import { follow } from '../../src/headless/progress';
import { listen } from '../../src/headless/tell';

/** A fit whose epochs have ended after so many seconds. */
async function* fitOf(...ends: readonly number[]): AsyncGenerator<TrainingProgress, string> {
  const reports = ends.map((seconds, place) => ({
    epoch: place + 1,
    validation: { 'ndcg@10': 0.1 },
    best: place === 0,
    seconds,
  }));
  for (let ended = 1; ended <= ends.length; ended++) {
    yield { reports: reports.slice(0, ended) } as unknown as TrainingProgress;
  }
  return 'fitted';
}

test('every epoch is told of once, with the seconds that it took', async () => {
  const heard: string[] = [];
  listen((line) => heard.push(line));
  expect(await follow(fitOf(9.25, 17.75))).toBe('fitted');
  expect(heard).toEqual([
    'epoch 1  validation ndcg@10 0.1000 *  9.3 s',
    'epoch 2  validation ndcg@10 0.1000  8.5 s',
  ]);
});
