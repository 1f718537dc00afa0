/** What makes one product another shader than the next. */
export interface ProductForm {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** Whether four numbers in a row can be read at once: rows begin at multiples of four. */
  readonly vectorsA: boolean;
  readonly vectorsB: boolean;
  readonly vectorsOut: boolean;
  /** Whether the depth, the terms of each sum, is no multiple of four. */
  readonly hasTail: boolean;
  /** Whether the product is added to what is there. */
  readonly isAdded: boolean;
  /** Which factor counts only where the numbers of a gate in the same places are above 0. */
  readonly gated: 'a' | 'b' | null;
  /** Whether a last row follows, the sums of the columns of `b`. Needs `transposeA`, and slices. */
  readonly hasSums: boolean;
  readonly hasBias: boolean;
  readonly hasRelu: boolean;
  /** Rows, and columns, of the product that one invocation works out: a multiple of four. */
  readonly tile: number;
  /** Into how many slices each sum is cut, which the invocations of a workgroup share out: 1, 4, 16, 64. */
  readonly slices: number;
  /** Tiles of a workgroup beside each other. */
  readonly across: number;
}

/** Invocations of a workgroup. */
export const groupSize = 64;

/** How many tiles a workgroup works out. */
export function tilesOf({ slices }: ProductForm): number {
  return groupSize / slices;
}

/** Vectors of four numbers in a tile. */
export const vectorsOfTile = (tile: number): number => (tile * tile) / 4;

export const components = ['x', 'y', 'z', 'w'] as const;

export const list = (n: number, text: (i: number) => string): string[] =>
  Array.from({ length: n }, (_zero, i) => text(i));

export const lines = (n: number, line: (i: number) => string): string => list(n, line).join('\n');
