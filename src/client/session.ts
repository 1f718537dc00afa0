import type { BackendName } from '../api';
import { backupActions } from './backup-actions';
import { coldStartActions } from './cold-start-actions';
import type { Client } from './connect';
import { dataActions } from './data-actions';
import { loadAll } from './loading';
import type { Context } from './loading';
import { mapActions } from './map-actions';
import { offlineActions } from './offline';
import { ownActions, recallList } from './own-actions';
import { isStorageKept } from './persist';
import { failureOf, initialState, languages } from './state';
import type { Language, Room, State } from './state';
import { createStore } from './store';
import { followTabs } from './follow-tabs';
import { noTabs } from './tabs';
import { tasteActions } from './taste-actions';
import { trainActions } from './train-actions';

export type Session = ReturnType<typeof createSession>;

/** What the page knows now, and the actions that change it. Views hold no truth of their own. */
export function createSession(client: Client, given: Partial<State> = {}, tabs = noTabs) {
  const store = createStore<State>({ ...initialState, ...given });
  const context: Context = { client, store, tabs, attempt, attend };

  /** Failures become the page's error, except where the person asked to stop. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (store.get().error) store.set({ error: null });
    await attend(work);
  }

  async function attend(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.name !== 'AbortError') store.set({ error: failure });
    }
  }

  const taste = tasteActions(context);
  const map = mapActions(context);
  const train = trainActions(context, async () => {
    own.arrive();
    await furnish(store.get().room);
  });
  const own = ownActions(context, { ...taste, ...train });

  /** Reads what the room needs and nobody has read yet. */
  async function furnish(room: Room): Promise<void> {
    if (room === 'you') await taste.openTaste();
    if (room === 'map') await map.openMap();
  }

  async function startDevice(forced: BackendName | null): Promise<void> {
    store.set({ device: await client.engine.start(forced) });
  }

  async function readStored(): Promise<void> {
    try {
      const language = await client.engine.setting('language');
      if (isLanguage(language)) store.set({ language });
      await loadAll(context);
      store.set({ lasting: await isStorageKept() });
      await recallList(context);
    } finally {
      store.set({ ready: true });
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    ...dataActions(context),
    ...backupActions(context),
    ...train,
    ...coldStartActions(context),
    ...taste,
    ...own,
    ...map,
    ...offlineActions(context),

    /** Starts a backend and reads what is stored, side by side. */
    start: (forced: BackendName | null) =>
      attempt(async () => {
        store.set({ forced });
        await Promise.all([startDevice(forced), readStored()]);
        await furnish(store.get().room);
        followTabs(context, { ...train, rereadTaste: taste.rereadTaste });
      }),

    openRoom: async (room: Room) => {
      store.set({ room, error: null });
      await furnish(room);
    },

    speak: (language: Language) =>
      attempt(async () => {
        store.set({ language });
        await client.engine.setSetting('language', language);
      }),

    dismissError: () => store.set({ error: null }),
  };
}

/** Whether `text` is a language we speak. */
export function isLanguage(text: string | null): text is Language {
  return languages.some((language) => language === text);
}
