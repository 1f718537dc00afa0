import type { StorageInfo } from '../api';

/** How much room is taken and how much there is, as far as the browser tells. */
export async function storageUse(): Promise<StorageInfo> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { used: usage, quota };
}
