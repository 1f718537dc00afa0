import { expect, test, vi } from 'vitest';
import type { Case } from '../../bench/kernels/cases';
import { measure } from '../../bench/kernels/measure';
import type { Opened, Platform } from '../../bench/kernels/platform';
import type { Findings, Realm, Turn } from '../../bench/kernels/realm';
import { smallest } from './smallest';

/** What a library that is not there takes for a step, in ms, and what it computes. */
interface Fake {
  readonly ms: number;
  readonly adapter?: string;
  readonly findings?: Findings;
  /** At which call of `run` it breaks down. */
  readonly breaksAt?: number;
}

const agreed: Findings = {
  loss: Float32Array.of(2),
  gradients: { users: Float32Array.of(1, 2), bias: Float32Array.of(3) },
};

/** Realms that answer at once; `log` tells who was asked to run. */
function fakePlatform(fakes: Partial<Record<'ours' | 'tfjs' | 'jaxjs', Fake>>) {
  const log: string[] = [];
  const closed: string[] = [];
  const never = new Promise<never>(() => {});
  const opened = <R>(realm: R, close = vi.fn()): Opened<R> => ({ realm, died: never, close });
  const open = (library: 'ours' | 'tfjs' | 'jaxjs'): Opened<Realm> => {
    const fake = fakes[library];
    if (!fake) throw new Error('It is not there.');
    let runs = 0;
    return opened(
      {
        prepare: async () => fake.adapter ?? 'an adapter',
        check: async () => fake.findings ?? agreed,
        async run(steps): Promise<Turn> {
          runs++;
          log.push(library);
          if (closed.includes(library)) throw new Error('It is closed.');
          if (runs === fake.breaksAt) throw new Error('It broke down.');
          // The second turn that counts is held up: a median does not mind.
          const ms = steps * (runs === 5 ? 1000 : fake.ms);
          return { steps, ms, dispatches: 7 * steps, submits: steps / 2, bytes: 100 * runs };
        },
      },
      vi.fn(() => void closed.push(library)),
    );
  };
  const platform: Platform = {
    host: 'a host',
    wasmPath: '',
    open,
    openCeiling: () => opened({ measure: async () => ({ bandwidth: 10, rate: 100 }) }),
  };
  return { platform, log, closed };
}

const [problem] = smallest;
const one: Case = {
  name: 'factorization',
  shape: 'small',
  backend: 'webgpu',
  problem,
  peers: ['tfjs', 'jaxjs'],
};

test('an entry has the shape that other programs rely on', async () => {
  const { platform } = fakePlatform({ ours: { ms: 2 }, tfjs: { ms: 100 }, jaxjs: { ms: 20 } });
  const entries = await measure([one], platform, () => {});
  expect(JSON.parse(JSON.stringify(entries))).toEqual([
    {
      name: 'factorization',
      shape: 'small',
      backend: 'webgpu',
      where: { host: 'a host', adapter: 'an adapter' },
      ours: { ms: 2, dispatches: 7, submits: 0.5, bytes: 800 },
      peers: { tfjs: { ms: 100, dispatches: 7 }, jaxjs: { ms: 20 } },
      ratio: { tfjs: 50, jaxjs: 10 },
      agreement: { loss: 0, gradient: 0 },
      ceiling: { bandwidth: 10, rate: 100, share: expect.any(Number) },
    },
  ]);
});

test('of what reads histories it is told how many in a second', async () => {
  const { platform } = fakePlatform({ ours: { ms: 2 } });
  const histories = { kind: 'lstm', batch: 8, time: 4, dim: 4, items: 9, guesses: 'last' } as const;
  const [entry] = await measure([{ ...one, problem: histories, peers: [] }], platform, () => {});
  expect(entry.sequencesPerSecond).toBe(4000);
});

test('they take turns, at least five each', async () => {
  const { platform, log } = fakePlatform({
    ours: { ms: 2 },
    tfjs: { ms: 100 },
    jaxjs: { ms: 20 },
  });
  await measure([one], platform, () => {});
  const preparing = ['ours', 'tfjs', 'jaxjs'].flatMap((side) => [side, side, side]);
  const rounds = Array.from({ length: 5 }, () => ['ours', 'tfjs', 'jaxjs']).flat();
  expect(log).toEqual([...preparing, ...rounds]);
});

test.each<[string, Fake | null, RegExp]>([
  ['is not there', null, /jaxjs is out: It is not there/],
  ['breaks down at once', { ms: 1, breaksAt: 1 }, /jaxjs is out: It broke down/],
  ['breaks down in its last turn', { ms: 1, breaksAt: 8 }, /jaxjs is out: It broke down/],
  ['computes elsewhere', { ms: 1, adapter: 'another' }, /jaxjs is out: .* another adapter/],
  [
    'finds another loss',
    { ms: 1, findings: { ...agreed, loss: Float32Array.of(2.1) } },
    /jaxjs is out: The loss differs/,
  ],
  [
    'finds another gradient',
    { ms: 1, findings: { ...agreed, gradients: { users: Float32Array.of(1, 2.1) } } },
    /jaxjs is out: The gradient of “users” differs/,
  ],
])('a peer that %s is null, and the reason is told', async (_what, jaxjs, reason) => {
  const fakes = { ours: { ms: 2 }, tfjs: { ms: 100 }, ...(jaxjs ? { jaxjs } : {}) };
  const told: string[] = [];
  const { platform } = fakePlatform(fakes);
  const [entry] = await measure([one], platform, (message) => told.push(message));
  expect(entry.peers).toEqual({ tfjs: { ms: 100, dispatches: 7 }, jaxjs: null });
  expect(entry.ratio).toEqual({ tfjs: 50, jaxjs: null });
  expect(told.join('\n')).toMatch(reason);
});

test('a peer that breaks down is closed before the others go on', async () => {
  const { platform, closed } = fakePlatform({ ours: { ms: 2 }, tfjs: { ms: 9, breaksAt: 4 } });
  let atRound2: readonly string[] = [];
  await measure([one], platform, (message) => {
    if (message.includes('round 2')) atRound2 = [...closed];
  });
  expect(atRound2).toEqual(['tfjs']);
});

test('without ours there is nothing to measure', async () => {
  const { platform } = fakePlatform({ tfjs: { ms: 1 } });
  await expect(measure([one], platform, () => {})).rejects.toThrow('It is not there.');
});

test('memory is an entry for each count of steps', async () => {
  const { platform } = fakePlatform({ ours: { ms: 2 } });
  const memory: Case = { ...one, name: 'memory', peers: [], memoryAfter: [50, 1000] };
  const entries = await measure([memory], platform, () => {});
  expect(entries.map(({ shape, ours }) => [shape, ours.bytes])).toEqual([
    ['small, after 50 steps', 100],
    ['small, after 1,000 steps', 200],
  ]);
});
