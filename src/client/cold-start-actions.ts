import type { Context } from './loading';

/** Measuring how good a model is with how few ratings. */
export function coldStartActions({ client, store, attempt }: Context) {
  return {
    measureColdStart: (run: string) =>
      attempt(async () => {
        if (store.get().measuring) return;
        store.set({ measuring: { run, step: 'fitting', done: 0 } });
        try {
          const measured = await client.coldStart(run, (progress) => {
            if (store.get().measuring) store.set({ measuring: { run, ...progress } });
          });
          const runs = store.get().runs.map((each) => (each.id === run ? measured : each));
          store.set({ runs });
        } finally {
          store.set({ measuring: null });
        }
      }),
  };
}
