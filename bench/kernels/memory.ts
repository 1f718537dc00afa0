import type { Case } from './cases';
import type { Ceiling, Entry } from './entry';
import { answer, type Platform } from './platform';
import { workOf } from './problems';
import { shareOfCeiling } from './statistics';

/** What is held on the device after so many steps: an entry for each count of steps. */
export async function measureMemory(
  { name, shape, backend, problem, memoryAfter = [] }: Case,
  platform: Platform,
  ceiling: Ceiling,
): Promise<Entry[]> {
  const opened = platform.open('ours');
  const { host, wasmPath } = platform;
  try {
    const { realm } = opened;
    const adapter = await answer(opened, realm.prepare(problem, { backend, wasmPath }));
    const entries: Entry[] = [];
    let behind = 0;
    for (const wanted of memoryAfter) {
      const turn = await answer(opened, realm.run(wanted - behind));
      behind += turn.steps;
      const ms = turn.ms / turn.steps;
      entries.push({
        name,
        shape: `${shape}, after ${wanted.toLocaleString('en')} steps`,
        backend,
        where: { host, adapter },
        ours: {
          ms,
          dispatches: turn.dispatches / turn.steps,
          submits: turn.submits / turn.steps,
          bytes: turn.bytes,
        },
        peers: { tfjs: null, jaxjs: null },
        ratio: { tfjs: null, jaxjs: null },
        agreement: { loss: null, gradient: null },
        ceiling: { ...ceiling, share: shareOfCeiling(workOf(problem), ceiling, ms) },
      });
    }
    return entries;
  } finally {
    opened.close();
  }
}
