import type { Case } from './cases';
import { contest, tolerance, type Score, type Tell } from './contest';
import type { BenchBackend, Ceiling, Entry, PeerName } from './entry';
import { measureMemory } from './memory';
import { answer, type Platform } from './platform';
import { workOf } from './problems';
import { median, relativeError, shareOfCeiling } from './statistics';

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
      : [entryOf(one, await contest(one, platform, tell), platform.host, ceiling)];
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

/**
 * What a contest comes to. @throws Error when a peer computes something else, for then
 * its time has no meaning
 */
export function entryOf(
  { name, shape, backend, problem }: Case,
  [ours, ...others]: readonly Score[],
  host: string,
  ceiling: Ceiling,
): Entry {
  const agreement = agreementOf(ours, others);
  const ms = timeOf(ours);
  const peer = (side: PeerName): Score | undefined => others.find((score) => score.side === side);
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
    peers: {
      tfjs: tfjs ? { ms: timeOf(tfjs), dispatches: perStep(tfjs, 'dispatches') } : null,
      jaxjs: jaxjs ? { ms: timeOf(jaxjs) } : null,
    },
    ratio: {
      tfjs: tfjs ? timeOf(tfjs) / ms : null,
      jaxjs: jaxjs ? timeOf(jaxjs) / ms : null,
    },
    agreement,
    ceiling: { ...ceiling, share: shareOfCeiling(workOf(problem), ceiling, ms) },
  };
}

const timeOf = ({ turns }: Score): number => median(turns.map(({ ms, steps }) => ms / steps));

const perStep = ({ turns }: Score, what: 'dispatches' | 'submits'): number =>
  median(turns.map((turn) => turn[what] / turn.steps));

/** The largest errors of ours against the others, all of which compute on the same adapter. */
function agreementOf(ours: Score, others: readonly Score[]): Entry['agreement'] {
  const errors = others.map((other) => disagreement(ours, other));
  const largest = (found: readonly (number | null)[]): number | null => {
    const numbers = found.filter((error) => error !== null);
    return numbers.length > 0 ? Math.max(...numbers) : null;
  };
  return {
    loss: largest(errors.map(({ loss }) => loss)),
    gradient: largest(errors.map(({ gradient }) => gradient)),
  };
}

function disagreement(ours: Score, other: Score): { loss: number; gradient: number | null } {
  if (other.adapter !== ours.adapter) {
    throw new Error(`${other.side} computes on ${other.adapter}, ours on ${ours.adapter}.`);
  }
  const loss = relativeError(ours.findings.loss, other.findings.loss);
  const gradients = Object.entries(other.findings.gradients).map(([name, expected]) => {
    const error = relativeError(ours.findings.gradients[name], expected);
    if (error <= tolerance.gradient) return error;
    throw new Error(`The gradients of “${name}” differ from those of ${other.side} by ${error}.`);
  });
  if (!(loss <= tolerance.loss)) {
    throw new Error(`The loss differs from that of ${other.side} by ${loss}.`);
  }
  return { loss, gradient: gradients.length > 0 ? Math.max(...gradients) : null };
}
