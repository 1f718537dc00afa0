/**
 * The contest of one case. Each library has a realm of its own on the same adapter, and
 * they take turns (A, B, C, A, B, C, …), so that never two compute at once and whatever
 * slows the machine down slows all of them.
 */
import { compare, type Agreement } from './agreement';
import type { Case } from './cases';
import type { PeerName } from './entry';
import { answer, type Opened, type Platform } from './platform';
import type { Findings, Realm, Turn } from './realm';

/** Turns of each library. */
const rounds = 5;

/** A turn has as many steps as fit into this, in ms, and at least one. */
const turnLength = 1000;

/** What is told on the way. */
export type Tell = (message: string) => void;

/** What one library did. */
export interface Score {
  readonly side: 'ours' | PeerName;
  readonly adapter: string;
  /** With ours; null for ours itself. */
  readonly agreement: Agreement | null;
  readonly turns: readonly Turn[];
}

interface Contestant extends Score {
  readonly opened: Opened<Realm>;
  readonly findings: Findings;
  /** Of a step, when it last ran. */
  readonly ms: number;
}

/** Ours first, then every peer that could do it; why others could not is told. */
export async function contest(one: Case, platform: Platform, tell: Tell): Promise<Score[]> {
  const realms: Opened<Realm>[] = [];
  const enter = async (side: Score['side']): Promise<Contestant> => {
    const opened = platform.open(side);
    realms.push(opened);
    const contestant = await orClose(opened, prepare(side, opened, one, platform.wasmPath));
    tell(`  ${side}: about ${contestant.ms.toPrecision(3)} ms a step on ${contestant.adapter}`);
    return contestant;
  };
  try {
    let ours = await enter('ours');
    const join = async (side: PeerName) => agreeing(await enter(side), ours);
    let peers = await thoseWho(join, one.peers, tell);
    for (let round = 1; round <= rounds; round++) {
      tell(`  round ${round} of ${rounds}`);
      ours = await takeTurn(ours);
      peers = await thoseWho(takeTurn, peers, tell);
    }
    return [ours, ...peers];
  } finally {
    realms.forEach(({ close }) => close());
  }
}

/** Starts a library, has it show what it computes, and finds out how long a step takes. */
async function prepare(
  side: Score['side'],
  opened: Opened<Realm>,
  { problem, backend }: Case,
  wasmPath: string,
): Promise<Contestant> {
  const { realm } = opened;
  const adapter = await answer(opened, realm.prepare(problem, { backend, wasmPath }));
  const findings = await answer(opened, realm.check());
  await answer(opened, realm.run(1)); // compiles, and is no measure
  const first = msOf(await answer(opened, realm.run(1)));
  // Quick steps get a turn to warm up: compilers still work on what has run a few times only.
  const ms =
    first > turnLength / 2 ? first : msOf(await answer(opened, realm.run(stepsFor(first))));
  return { side, adapter, agreement: null, turns: [], opened, findings, ms };
}

/** A realm that fails is closed: one that takes too long would go on beside the others. */
async function orClose<T>({ close }: Opened<Realm>, attempt: Promise<T>): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    close();
    throw error;
  }
}

const msOf = ({ ms, steps }: Turn): number => ms / steps;

const stepsFor = (ms: number): number => Math.ceil(turnLength / ms);

/** @throws Error when the peer computes something else, or on something else */
function agreeing(peer: Contestant, ours: Contestant): Contestant {
  if (peer.adapter !== ours.adapter) throw new Error(`It is on another adapter than ours.`);
  return { ...peer, agreement: compare(ours.findings, peer.findings) };
}

async function takeTurn(contestant: Contestant): Promise<Contestant> {
  const { opened, ms, turns } = contestant;
  const turn = await orClose(opened, answer(opened, opened.realm.run(stepsFor(ms))));
  return { ...contestant, ms: msOf(turn), turns: [...turns, turn] };
}

/** What `attempt` gives for each in turn; a peer that fails is out, and the reason is told. */
async function thoseWho<P extends PeerName | Contestant>(
  attempt: (peer: P) => Promise<Contestant>,
  peers: readonly P[],
  tell: Tell,
): Promise<Contestant[]> {
  const succeeded: Contestant[] = [];
  for (const peer of peers) {
    try {
      succeeded.push(await attempt(peer));
    } catch (error) {
      const side = typeof peer === 'string' ? peer : peer.side;
      tell(`  ${side} is out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return succeeded;
}
