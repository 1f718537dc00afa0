import { env } from '@tensorflow/tfjs-core';

/**
 * The most rows and columns of a product that one invocation works out. Large tiles read
 * less; GPUs have registers for 8, and adapters in software, which read slowly, gain from
 * 16 unless they take long to compile it.
 */
const flag = 'PRODUCT_LARGEST_TILE';

env().registerFlag(flag, () => 8);

export function setLargestTile(tile: 8 | 16): void {
  env().set(flag, tile);
}

/** Tiles, largest first, and how many invocations with such a tile keep an adapter busy. */
const tiles = [
  { tile: 16, busy: 256 },
  { tile: 8, busy: 1024 },
];

/** The largest tile for which there are enough `invocations`; single numbers need small ones. */
export function tileFor(invocations: (tile: number) => number, isInVectors: boolean): number {
  const largest = isInVectors ? env().getNumber(flag) : 8;
  const fitting = tiles.find(({ tile, busy }) => tile <= largest && invocations(tile) >= busy);
  return fitting?.tile ?? 4;
}

/** How many invocations a product should have: GPUs idle at fewer, processors do with few. */
export function wantedInvocations(): number {
  return env().getNumber(flag) > 8 ? 256 : 2048;
}
