import { afterAll, expect, test } from 'vitest';
import { compare } from '../../bench/kernels/agreement';
import type { BenchBackend, PeerName } from '../../bench/kernels/entry';
import { pagePlatform } from '../../bench/kernels/page/platform';
import { answer, type Opened } from '../../bench/kernels/platform';
import { shapeOf, type Problem } from '../../bench/kernels/problems';
import type { Findings, Realm } from '../../bench/kernels/realm';
import { smallest } from '../bench/smallest';

const platform = pagePlatform();

/** Each library on each backend has one realm for all tests. */
const realms = new Map<string, Opened<Realm>>();

afterAll(() => realms.forEach(({ close }) => close()));

/** What a library computes, and whether it can go on from there. */
async function findingsOf(
  library: 'ours' | PeerName,
  problem: Problem,
  backend: BenchBackend,
): Promise<Findings> {
  const key = `${library} on ${backend}`;
  const opened = realms.get(key) ?? platform.open(library);
  realms.set(key, opened);
  const { wasmPath } = platform;
  await answer(opened, opened.realm.prepare(problem, { backend, wasmPath }));
  const findings = await answer(opened, opened.realm.check());
  const { steps, ms, dispatches } = await answer(opened, opened.realm.run(2));
  expect(steps).toBeGreaterThanOrEqual(2);
  expect(ms).toBeGreaterThan(0);
  expect(dispatches > 0).toBe(backend === 'webgpu');
  return findings;
}

const named = (problem: Problem) => [problem.kind, shapeOf(problem), problem] as const;
const isForTfjs = ({ kind }: Problem): boolean =>
  kind === 'lstm' || kind === 'attention' || kind === 'spmm';

// Starting a library for the first time takes a software GPU long.
const patience = 180_000;

test.each(smallest.map(named))(
  'all compute the same %s on the GPU: %s',
  async (_kind, _shape, problem) => {
    const ours = await findingsOf('ours', problem, 'webgpu');
    const peers: PeerName[] = isForTfjs(problem) ? ['tfjs'] : ['tfjs', 'jaxjs'];
    for (const peer of peers) {
      const theirs = await findingsOf(peer, problem, 'webgpu');
      expect(compare(ours, theirs).loss).toBeLessThan(1e-4);
    }
  },
  patience,
);

test.each(smallest.filter(isForTfjs).map(named))(
  'ours and stock tfjs compute the same %s on WASM: %s',
  async (_kind, _shape, problem) => {
    const ours = await findingsOf('ours', problem, 'wasm');
    const theirs = await findingsOf('tfjs', problem, 'wasm');
    expect(compare(ours, theirs).loss).toBeLessThan(1e-4);
  },
  patience,
);

test(
  'what the adapter can do at best is measured',
  async () => {
    const opened = platform.openCeiling();
    for (const backend of ['webgpu', 'wasm'] as const) {
      const { bandwidth, rate } = await answer(opened, opened.realm.measure(backend));
      expect(bandwidth).toBeGreaterThan(0);
      expect(rate).toBeGreaterThan(0);
    }
    opened.close();
  },
  patience,
);
