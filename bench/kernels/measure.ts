import type { Case } from './cases';
import { worst } from './agreement';
import { contest, type Score, type Tell } from './contest';
import type { BenchBackend, Ceiling, Entry, PeerName } from './entry';
import { measureMemory } from './memory';
import { answer, type Platform } from './platform';
import { workOf } from './problems';
import { median, shareOfCeiling } from './statistics';

/** Measures the cases one after the other, and tells how it goes. */
export async function measure(
  cases: readonly Case[],
  platform: Platform,
  tell: Tell,
  onEntry: (entry: Entry) => void = () => {},
): Promise<Entry[]> {
  const ceilings = new Map<BenchBackend, Ceiling>();
  const entries: Entry[] = [];
  for (const one of cases) {
    const ceiling = ceilings.get(one.backend) ?? (await measureCeiling(one.backend, platform));
    ceilings.set(one.backend, ceiling);
    tell(`${one.name} (${one.backend}): ${one.shape}`);
    const found = one.memoryAfter
      ? await measureMemory(one, platform, ceiling)
      : [entryOf(one, await contest(one, platform, tell), { host: platform.host, ceiling })];
    found.forEach(onEntry);
    entries.push(...found);
  }
  return entries;
}

async function measureCeiling(backend: BenchBackend, platform: Platform): Promise<Ceiling> {
  const opened = platform.openCeiling();
  try {
    return await answer(opened, opened.realm.measure(backend));
  } finally {
    opened.close();
  }
}

/** What a contest comes to. */
export function entryOf(
  { name, shape, backend, problem }: Case,
  [ours, ...others]: readonly Score[],
  { host, ceiling }: { readonly host: string; readonly ceiling: Ceiling },
): Entry {
  const ms = timeOf(ours);
  const peer = (name: PeerName) => {
    const score = others.find(({ side }) => side === name);
    return score ? { ms: timeOf(score), dispatches: perStep(score, 'dispatches') } : null;
  };
  const [tfjs, jaxjs] = [peer('tfjs'), peer('jaxjs')];
  return {
    name,
    shape,
    backend,
    where: { host, adapter: ours.adapter },
    ours: {
      ms,
      dispatches: perStep(ours, 'dispatches'),
      submits: perStep(ours, 'submits'),
      bytes: ours.turns.at(-1)!.bytes,
    },
    ...('time' in problem && { sequencesPerSecond: (1000 * problem.batch) / ms }),
    peers: { tfjs, jaxjs: jaxjs && { ms: jaxjs.ms } },
    ratio: { tfjs: tfjs && tfjs.ms / ms, jaxjs: jaxjs && jaxjs.ms / ms },
    agreement: worst(others.flatMap(({ agreement }) => agreement ?? [])),
    ceiling: { ...ceiling, share: shareOfCeiling(workOf(problem), ceiling, ms) },
  };
}

const timeOf = ({ turns }: Score): number => median(turns.map(({ ms, steps }) => ms / steps));

const perStep = ({ turns }: Score, what: 'dispatches' | 'submits'): number =>
  median(turns.map((turn) => turn[what] / turn.steps));
