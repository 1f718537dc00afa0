/** What the bench tells: the shape of its JSON, which other programs read. */

export const benchNames = [
  'factorization',
  'lstm',
  'attention',
  'topk',
  'spmm',
  'memory',
  'cpu-lstm',
  'cpu-attention',
  'cpu-spmm',
] as const;

export type BenchName = (typeof benchNames)[number];
export type BenchBackend = 'webgpu' | 'wasm';

/** The libraries that Palate is measured against. */
export const peerNames = ['tfjs', 'jaxjs'] as const;
export type PeerName = (typeof peerNames)[number];

/** One shape of one bench. Every figure is for one step; medians over the turns. */
export interface Entry {
  readonly name: BenchName;
  readonly shape: string;
  readonly backend: BenchBackend;
  readonly where: { readonly host: string; readonly adapter: string };
  readonly ours: {
    readonly ms: number;
    readonly dispatches: number;
    readonly submits: number;
    /** Held on the device at the end. */
    readonly bytes: number;
  };
  /** Histories learned from in a second, where a step reads some. */
  readonly sequencesPerSecond?: number;
  readonly peers: {
    readonly tfjs: { readonly ms: number; readonly dispatches: number } | null;
    readonly jaxjs: { readonly ms: number } | null;
  };
  /** How many times as long a peer takes. */
  readonly ratio: { readonly tfjs: number | null; readonly jaxjs: number | null };
  /** The largest relative errors between ours and any peer; null where there is nothing to compare. */
  readonly agreement: { readonly loss: number | null; readonly gradient: number | null };
  readonly ceiling: Ceiling & {
    /** How much of the binding one of the two the step reaches, `[0, 1]`. */
    readonly share: number;
  };
}

/** What the adapter can do at best, measured on it. */
export interface Ceiling {
  /** GB/s, read and written, of a plain copy. */
  readonly bandwidth: number;
  /** GFLOP/s of multiplying and adding in registers; a multiply-add counts two. */
  readonly rate: number;
}
