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

/**
 * What members think of choices that were held back, and of some items that were not chosen
 * among what was on offer beside them. `ask` is given some queries at a time; what was chosen
 * without being on offer says nothing.
 */
export async function collectChoices(
  held: Held['held'],
  random: Random,
  ask: (queries: readonly Query[]) => Promise<Offer>,
): Promise<Choice[]> {
  const choices: Choice[] = [];
  const order = random.shuffle(Int32Array.from(held.keys()));
  for (let from = 0; from < order.length && choices.length < mostChoices; from += queriesAtOnce) {
    const some = Array.from(order.subarray(from, from + queriesAtOnce), (place) => held[place]);
    const offer = await ask(
      some.map(({ user, past }) => ({ user, history: plainHistory(past), features: null })),
    );
    choices.push(...some.flatMap((one, query) => choicesOf(one, offer, query, random)));
  }
  return choices;
}

function choicesOf(
  { past, next }: Held['held'][number],
  { votes, size, items }: Offer,
  query: number,
  random: Random,
): Choice[] {
  const own = items?.subarray(query * size, (query + 1) * size);
  const chosen = new Set([...past, ...next, -1]);
  const votesOn = (place: number): number[] => votes.map((table) => table[query * size + place]);
  return Array.from(next).flatMap((item): Choice[] => {
    const place = own ? own.indexOf(item) : item;
    const others = Array.from({ length: rivals }, () => random.below(size));
    const not = others.filter((other) => !chosen.has(own ? own[other] : other));
    return place < 0 ? [] : [{ chosen: votesOn(place), others: not.map(votesOn) }];
  });
}
