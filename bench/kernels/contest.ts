/**
 * The contest of one case. Each library has a realm of its own on the same adapter, and
 * they take turns (A, B, C, A, B, C, …), so that never two compute at once and whatever
 * slows the machine down slows all of them.
 */
import type { Case } from './cases';
import type { PeerName } from './entry';
import { answer, type Opened, type Platform } from './platform';
import type { Findings, Realm, Turn } from './realm';

/** Relative errors above which two libraries do not compute the same. */
export const tolerance = { loss: 1e-4, gradient: 1e-3 };

/** Turns of each library, at least. */
const rounds = 5;

/** A turn has as many steps as fit into this, in ms, and at least one. */
const turnLength = 1000;

export type Side = 'ours' | PeerName;

/** What one library did. */
export interface Score {
  readonly side: Side;
  readonly adapter: string;
  readonly findings: Findings;
  readonly turns: readonly Turn[];
}

/** What is told on the way. */
export type Tell = (message: string) => void;

interface Contestant {
  readonly side: Side;
  readonly opened: Opened<Realm>;
  readonly adapter: string;
  readonly findings: Findings;
  readonly steps: number;
  readonly turns: Turn[];
}

/** Ours first, then every peer that could do it; the reasons of the others are told. */
export async function contest(one: Case, platform: Platform, tell: Tell): Promise<Score[]> {
  let contestants: Contestant[] = [];
  const realms: Opened<Realm>[] = [];
  try {
    for (const side of ['ours', ...one.peers] as const) {
      const opened = platform.open(side);
      realms.push(opened);
      const contestant = await orNothing(side, tell, () => enter(side, opened, one, platform));
      if (!contestant) continue;
      tell(`  ${side}: ${contestant.steps} steps a turn on ${contestant.adapter}`);
      contestants.push(contestant);
    }
    for (let round = 0; round < rounds; round++) {
      const stillIn: Contestant[] = [];
      for (const contestant of contestants) {
        const turn = await orNothing(contestant.side, tell, () => takeTurn(contestant));
        if (turn) stillIn.push({ ...contestant, turns: [...contestant.turns, turn] });
      }
      contestants = stillIn;
    }
    return contestants;
  } finally {
    realms.forEach(({ close }) => close());
  }
}

/** Starts a library, has it show what it computes, and finds out how long a step takes. */
async function enter(
  side: Side,
  opened: Opened<Realm>,
  { problem, backend }: Case,
  { wasmPath }: Platform,
): Promise<Contestant> {
  const { realm } = opened;
  const adapter = await answer(opened, realm.prepare(problem, { backend, wasmPath }));
  const findings = await answer(opened, realm.check());
  return { side, opened, adapter, findings, steps: await fittingSteps(opened), turns: [] };
}

/** How many steps fit into a turn. The first step compiles, and is no measure. */
async function fittingSteps(opened: Opened<Realm>): Promise<number> {
  await answer(opened, opened.realm.run(1));
  const { ms, steps } = await answer(opened, opened.realm.run(1));
  return Math.max(1, Math.floor((turnLength * steps) / ms));
}

const takeTurn = ({ opened, steps }: Contestant): Promise<Turn> =>
  answer(opened, opened.realm.run(steps));

/** What `attempt` gives; a peer that fails is out, and the reason told; without ours there is no contest. */
async function orNothing<T>(side: Side, tell: Tell, attempt: () => Promise<T>): Promise<T | null> {
  try {
    return await attempt();
  } catch (error) {
    if (side === 'ours') throw error;
    tell(`${side} is out: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
