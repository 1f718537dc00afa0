/** What the tabs of one browser tell each other: they share what is stored, and one device. */
import type { EngineApi, RunProgress } from '../api';
import { isFailure } from '../errors';
import type { Client } from './connect';

/** How a tab steers a training that another carries out. */
export type Order = 'pause' | 'resume' | 'stop';

export type News =
  /** Something that is stored has changed: data, runs, recommenders; or what a person said. */
  | { readonly about: 'stored' | 'opinions' }
  /** How far a training has come; null once it is over. */
  | { readonly about: 'training'; readonly progress: RunProgress | null }
  /** A tab has been opened, and knows nothing yet. */
  | { readonly about: 'arrival' }
  | { readonly about: 'order'; readonly order: Order };

/** The other tabs. */
export interface Tabs {
  tell(news: News): void;
  hear(listener: (news: News) => void): void;
}

/** Where there are no other tabs. */
export const noTabs: Tabs = { tell: () => {}, hear: () => {} };

/** The other tabs of this browser that show the app. */
export function openTabs(): Tabs {
  const channel = new BroadcastChannel('palate');
  return {
    tell: (news) => channel.postMessage(news),
    hear: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<News>) => listener(data);
    },
  };
}

/** The calls that change what is stored, and what they change. */
const changing: { readonly [Call in keyof EngineApi]?: 'stored' | 'opinions' } = {
  useDemo: 'stored',
  removeDataset: 'stored',
  removeRun: 'stored',
  removeRecommender: 'stored',
  learn: 'stored',
  undoLesson: 'stored',
  importBackup: 'stored',
  deleteEverything: 'stored',
  log: 'opinions',
  logAll: 'opinions',
  clearLog: 'opinions',
  setControls: 'opinions',
};

type Call = (...given: unknown[]) => Promise<unknown>;

/** The same client, which tells the other tabs what it changes, and how a training goes on. */
export function telling(client: Client, tabs: Tabs): Client {
  async function told<T>(about: 'stored' | 'opinions', work: Promise<T>): Promise<T> {
    const answer = await work;
    tabs.tell({ about });
    return answer;
  }

  async function follow<T>(work: Promise<T>): Promise<T> {
    let isRefused = false;
    try {
      return await work;
    } catch (error) {
      isRefused = isFailure(error, 'BusyError');
      throw error;
    } finally {
      // Another training goes on where this one was refused.
      if (!isRefused) tabs.tell({ about: 'training', progress: null });
      tabs.tell({ about: 'stored' });
    }
  }

  const shared =
    (onProgress: (progress: RunProgress) => void) =>
    (progress: RunProgress): void => {
      tabs.tell({ about: 'training', progress });
      onProgress(progress);
    };

  const engine = new Proxy(client.engine, {
    get(target, name: keyof EngineApi) {
      const call = target[name] as unknown as Call;
      const about = changing[name];
      return about ? (...given: unknown[]) => told(about, call(...given)) : call;
    },
  });
  return {
    engine,
    importFiles: (...given) => told('stored', client.importFiles(...given)),
    importRecommender: (file) => told('stored', client.importRecommender(file)),
    train: (request, onProgress) => follow(client.train(request, shared(onProgress))),
    resume: (run, onProgress) => follow(client.resume(run, shared(onProgress))),
    coldStart: (run, onProgress) => told('stored', client.coldStart(run, onProgress)),
  };
}
