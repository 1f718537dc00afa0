import { wrap } from 'comlink';
import type {
  BundleInfo,
  LoggedEvent,
  Precision,
  VisitorApi,
  VisitorEvent,
  VisitorList,
  VisitorRequest,
} from '../visitor-api';
import { startWorker } from './start-worker';
import type { ScriptAddress } from './trust';

/** What recommendations are made from. */
export interface PalateOptions {
  /** The address of the folder that holds the bundle's `manifest.json`. */
  readonly bundle: string;
  /** The address of the worker's script, on the page's own origin: by default `palate-worker.js` beside this module. */
  readonly worker?: ScriptAddress | undefined;
  /** By default `int8`, which is a quarter of the size. */
  readonly precision?: Precision | undefined;
}

/** The recommender of one bundle, and what the visitor did on this site. */
export interface Palate {
  /** Rejects with an EmbedError, BundleError or DeviceError when it cannot serve. */
  readonly ready: Promise<BundleInfo>;
  recommend(request?: Partial<VisitorRequest>): Promise<VisitorList>;
  /** Remembers, in this browser only, what the visitor did. */
  log(event: VisitorEvent): Promise<void>;
  events(): Promise<readonly LoggedEvent[]>;
  /** Deletes what is remembered. */
  forget(): Promise<void>;
  /** Calls `listener` when what is remembered has changed; gives the function that ends it. */
  onChange(listener: () => void): () => void;
}

const defaults: VisitorRequest = {
  limit: 10,
  threshold: null,
  fallback: 'popular',
  exclude: [],
  similarTo: null,
};

const workerFile = 'palate-worker.js';

/** All that were made on this page, by what they are made from: each has one worker. */
const made = new Map<string, Palate>();

/** What a site remembers of its visitor is shared by all of its bundles, and so are those who watch it. */
const listeners = new Set<() => void>();

/** The recommender of a bundle: for the same bundle, worker and precision it is the same one. @throws EmbedError */
export function createPalate({ bundle, worker, precision = 'int8' }: PalateOptions): Palate {
  const script = worker ?? new URL(workerFile, import.meta.url).href;
  const address = new URL(bundle, document.baseURI).href;
  const key = JSON.stringify([address, String(script), precision]);
  const known = made.get(key);
  if (known) return known;
  const palate = start(script, address, precision);
  made.set(key, palate);
  palate.ready.catch(() => made.delete(key)); // whoever asks again tries again
  return palate;
}

/** The first recommender that was made on this page, where there is one. */
export function firstPalate(): Palate | undefined {
  return made.values().next().value;
}

function start(script: ScriptAddress, bundle: string, precision: Precision): Palate {
  const { worker, failed } = startWorker(script);
  const api = wrap<VisitorApi>(worker);
  const ready = Promise.race([api.open({ bundle, precision }), failed]);
  ready.catch(() => worker.terminate());

  const change = async (work: () => Promise<void>) => {
    await ready;
    await work();
    for (const listener of listeners) listener();
  };
  return {
    ready,
    async recommend(request = {}) {
      await ready;
      return api.recommend({ ...defaults, ...request });
    },
    log: (event) => change(() => api.log(event)),
    async events() {
      await ready;
      return api.events();
    },
    forget: () => change(() => api.forget()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
