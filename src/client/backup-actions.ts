import { loadAll, type Context } from './loading';
import { recallList } from './own-actions';

/** Restores a backup; where that would replace something, a person is asked first. */
export async function offerBackup(context: Context, backup: File): Promise<void> {
  const { client, store } = context;
  const stored = await client.engine.datasets();
  if (stored.length > 0) store.set({ backup });
  else await restore(context, backup);
}

async function restore(context: Context, backup: File): Promise<void> {
  await context.client.engine.importBackup(backup);
  await loadAll(context);
  await recallList(context);
}

/** What can be done with all that is stored, as one file. */
export function backupActions(context: Context) {
  const { client, store, attempt } = context;

  return {
    exportBackup: async (): Promise<Blob | null> => {
      let backup: Blob | null = null;
      await attempt(async () => {
        backup = await client.engine.exportBackup();
      });
      return backup;
    },

    offerBackup: (backup: File) => attempt(() => offerBackup(context, backup)),

    /** Replaces everything by the backup that waits. */
    restoreBackup: () =>
      attempt(async () => {
        const { backup } = store.get();
        store.set({ backup: null });
        if (backup) await restore(context, backup);
      }),

    /** Leaves everything as it is. */
    forgetBackup: () => store.set({ backup: null }),
  };
}
