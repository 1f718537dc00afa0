import type { Random } from '../../kernels/random';

/** Which of the players take part: `[players]` of 0 and 1. */
export type Coalition = Uint8Array;

/**
 * Shapley values, `[players]`: what each adds to the worth of those who came before, as a mean
 * over `orders` random orders in which they may come, each with its reverse. Whatever the
 * orders, the values sum to the worth of all less that of nobody. `worth` is asked for all
 * coalitions at once, each once. Castro, Gómez & Tejada (2009),
 * https://doi.org/10.1016/j.cor.2008.04.004; reverses: Mitchell et al. (2022),
 * https://jmlr.org/papers/v23/21-0439.html
 */
export async function shapleyValues(
  players: number,
  orders: number,
  worth: (coalitions: readonly Coalition[]) => Promise<ArrayLike<number>>,
  random: Random,
): Promise<Float64Array> {
  const sampled = Array.from({ length: orders }, () => {
    const order = random.shuffle(Int32Array.from({ length: players }, (_zero, player) => player));
    return [order, order.slice().reverse()];
  }).flat();
  const coalitions = new Map<string, Coalition>();
  const chains = sampled.map((order) =>
    chainOf(order).map((coalition) => {
      const name = coalition.join('');
      coalitions.set(name, coalition);
      return name;
    }),
  );
  const worths = await worth([...coalitions.values()]);
  const placeOf = new Map([...coalitions.keys()].map((name, place) => [name, place]));
  const worthOf = (name: string): number => worths[placeOf.get(name)!];
  const values = new Float64Array(players);
  for (const [i, order] of sampled.entries()) {
    order.forEach((player, step) => {
      const [before, after] = [chains[i][step], chains[i][step + 1]];
      values[player] += (worthOf(after) - worthOf(before)) / sampled.length;
    });
  }
  return values;
}

/** Nobody, the first, the first two, … all: `players + 1` coalitions. */
function chainOf(order: Int32Array): readonly Coalition[] {
  return Array.from({ length: order.length + 1 }, (_zero, size) => {
    const coalition = new Uint8Array(order.length);
    for (const player of order.subarray(0, size)) coalition[player] = 1;
    return coalition;
  });
}
