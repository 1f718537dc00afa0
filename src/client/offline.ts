import type { Context } from './loading';
import { trustedScript } from './start-worker';

/** How far the app is kept in this browser, to work without a network and without its server. */
export type Kept = 'no' | 'keeping' | 'yes';

/** The address of `src/service-worker.ts` beside the page. */
const script = 'service-worker.js';

/** Keeps the app for use offline, and replaces it by a new version only when told to. */
export function offlineActions({ store }: Context) {
  let waiting: ServiceWorker | null = null;

  function announce(worker: ServiceWorker | null): void {
    // The very first version replaces nothing.
    if (!worker || !navigator.serviceWorker.controller) return;
    waiting = worker;
    store.set({ update: true });
  }

  /** What does not get installed, the browser would not or could not keep. */
  function follow(registration: ServiceWorkerRegistration): void {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') announce(installing);
      if (installing.state === 'activated') store.set({ kept: 'yes' });
      if (installing.state === 'redundant' && !registration.active) store.set({ kept: 'no' });
    });
  }

  function watch(registration: ServiceWorkerRegistration): void {
    if (registration.active) store.set({ kept: 'yes' });
    announce(registration.waiting);
    follow(registration);
    registration.addEventListener('updatefound', () => follow(registration));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void lookForUpdate(registration);
    });
  }

  return {
    /** Where a browser or an address forbids it, the app works as long as its server does. */
    keepOffline: async () => {
      if (!('serviceWorker' in navigator)) return;
      const { serviceWorker } = navigator;
      store.set({ kept: 'keeping' });
      try {
        watch(await serviceWorker.register(trustedScript(script), { updateViaCache: 'none' }));
      } catch {
        store.set({ kept: 'no' });
      }
    },

    /** Reloads the page into the version that waits. */
    takeUpdate: () => {
      if (!waiting) return;
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
      waiting.postMessage('take over');
    },
  };
}

/** Offline there is nothing to look for. */
async function lookForUpdate(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch(() => null);
}
