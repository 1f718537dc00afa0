import { expect, test } from 'vitest';
import { countGpuCalls, type GpuClasses } from '../../bench/kernels/counters';
import { completeConfig } from '../../src/engine/models/model';
import { sasRec } from '../../src/engine/models/sequence/sasrec';
import { preflight, room } from '../../src/engine/training/preflight';
import { startBackend } from '../../src/kernels/backend';
import { createRandom } from '../../src/kernels/random';
import { datasetOf, type Event } from '../fixtures/events';

const counts = countGpuCalls(globalThis as unknown as GpuClasses);

/** Of 100,000 items some are chosen, by people enough for one step. */
const items = 100_000;
const people = 64;
const events = Array.from({ length: 6 * people }, (_zero, i): Event => {
  return [i % people, (i * 7919) % items, i];
});
const dataset = datasetOf(events, { items });

// Tables of so many rows take a software GPU long.
const patience = 240_000;

test(
  'a hundred thousand items train within the room that is counted on, as was said',
  async () => {
    expect(await navigator.gpu.requestAdapter()).not.toBeNull();
    await startBackend({ preferred: 'webgpu', wasmPath: '' });
    const config = completeConfig(sasRec.fields, { loss: 'sampled-softmax', epochs: 1 });
    const said = preflight(sasRec, dataset, config);
    expect(said.bytes).toBeLessThan(room);
    const before = counts().bytes;
    const context = { random: createRandom(1), signal: new AbortController().signal, resume: null };
    for await (const { loss } of sasRec.fit(dataset, config, context)) {
      expect(loss).toBeGreaterThan(0);
    }
    const taken = counts().bytes - before;
    expect(taken).toBeGreaterThan(4 * 64 * items);
    expect(taken).toBeLessThan(said.bytes);
  },
  patience,
);
