import { failure } from '../errors';
import type { OpenRequest, VisitorApi } from '../visitor-api';
import { listFor } from './lists';
import { createLog } from './log';
import { openBundle, type Opened } from './open-bundle';

/** Serves one visitor from one bundle: what `startDevice` starts computes. Nothing is sent anywhere. */
export function createVisitor(startDevice: () => Promise<unknown>): VisitorApi {
  const log = createLog();
  let device: Promise<unknown> | null = null;
  let current: { readonly key: string; readonly opening: Promise<Opened> } | null = null;

  function openAnew(request: OpenRequest, key: string): Promise<Opened> {
    current?.opening.then(({ recommender }) => recommender.dispose()).catch(() => {});
    device ??= startDevice();
    const opening = openBundle(request, device);
    current = { key, opening };
    opening.catch(() => {
      if (current?.opening === opening) current = null; // whoever asks again tries again
    });
    return opening;
  }

  return {
    async open(request) {
      const key = JSON.stringify([request.bundle, request.precision]);
      const opening = current?.key === key ? current.opening : openAnew(request, key);
      return (await opening).info;
    },

    async recommend(request) {
      if (!current) throw failure('BundleError', 'No bundle is open: call open first.');
      const [opened, events] = await Promise.all([current.opening, log.list()]);
      const list = await listFor(opened, request, events);
      return { recommendationId: crypto.randomUUID(), ...list };
    },

    log: (event) => log.append({ ...event, at: Date.now() }),
    events: () => log.list(),
    forget: () => log.clear(),
  };
}
