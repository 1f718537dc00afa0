import { beforeAll, expect, test } from 'vitest';
import { als } from '../../../../src/engine/models/classical/als';
import { learnPart, partOf } from '../../../../src/engine/models/ensemble/parts';
import { createRandom } from '../../../../src/kernels/random';
import * as tf from '../../../../src/kernels/tensor';
import { onDevice, start, toTheEnd } from '../../../fixtures/learning';
import { twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('cpu')));

const part = partOf(als, { dim: 4, epochs: 2, heads: 3 });

test('a part takes the settings that it has fields for', () => {
  expect(part.config).toMatchObject({ dim: 4, epochs: 2, unobserved: 0.2 });
  expect(part.config).not.toHaveProperty('heads');
});

test('a part learns to its end, and leaves nothing behind when it is stopped or left', async () => {
  const before = onDevice();
  const stop = new AbortController();
  const learning = () =>
    learnPart(part, twoTastes(), { random: createRandom(1), signal: stop.signal });
  const weights = await toTheEnd(learning());
  expect(weights!.items.shape).toEqual([20, 4]);
  tf.dispose(weights!);
  for await (const { done } of learning()) {
    expect(done).toBe(0);
    break;
  }
  stop.abort();
  expect(await toTheEnd(learning())).toBeNull();
  expect(onDevice()).toEqual(before);
});
