import type { Random } from '../../../kernels/random';
import { plainHistory, type Query } from '../../data/dataset';
import type { Held } from '../../data/newest';
import type { Choice } from './weigh';

/** Choices that weights are fitted to, and items that each is held against. */
const [mostChoices, rivals] = [2000, 50];
const queriesAtOnce = 128;

/** What the members say of what is on offer to some queries. */
export interface Offer {
  /** Of each member, `[queries · size]`. */
  readonly votes: readonly Float32Array[];
  /** For each query. */
  readonly size: number;
  /** `[queries · size]`, -1 for nothing; null where each item is on offer, at its own place. */
  readonly items: Int32Array | null;
}

/** What is on offer to one of whom something was held back. */
export interface Offered {
  readonly votes: readonly Float32Array[];
  /** Places of what they chose, of what of it was on offer. */
  readonly chosen: readonly number[];
  /** Whether they did not choose what is at a place, neither before nor after. */
  isOther(place: number): boolean;
}

/** What is on offer to those of whom something was held back, some of them in a drawn order. */
export async function offersTo(
  held: Held['held'],
  random: Random,
  ask: (queries: readonly Query[]) => Promise<Offer>,
): Promise<Offered[]> {
  const offers: Offered[] = [];
  let choices = 0;
  const order = random.shuffle(Int32Array.from(held.keys()));
  for (let from = 0; from < order.length && choices < mostChoices; from += queriesAtOnce) {
    const some = Array.from(order.subarray(from, from + queriesAtOnce), (place) => held[place]);
    const offer = await ask(
      some.map(({ user, past }) => ({ user, history: plainHistory(past), features: null })),
    );
    offers.push(...some.map((one, query) => offerTo(one, offer, query)));
    choices += some.reduce((sum, { next }) => sum + next.length, 0);
  }
  return offers;
}

function offerTo(
  { past, next }: Held['held'][number],
  { votes, size, items }: Offer,
  query: number,
): Offered {
  const [from, to] = [query * size, (query + 1) * size];
  const own = items?.subarray(from, to);
  const met = new Set([...past, ...next, -1]);
  return {
    votes: votes.map((table) => table.subarray(from, to)),
    chosen: Array.from(next, (item) => (own ? own.indexOf(item) : item)).filter((at) => at >= 0),
    isOther: (place) => !met.has(own ? own[place] : place),
  };
}

/** Each choice that was held back, and some items on offer beside it that were not chosen. */
export function drawChoices(offers: readonly Offered[], random: Random): Choice[] {
  return offers.flatMap(({ votes, chosen, isOther }) => {
    const votesOn = (place: number): number[] => votes.map((own) => own[place]);
    return chosen.map((place): Choice => {
      const others = Array.from({ length: rivals }, () => random.below(votes[0].length));
      return { chosen: votesOn(place), others: others.filter(isOther).map(votesOn) };
    });
  });
}
