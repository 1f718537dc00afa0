/** What this takes of an object store whose keys count up. */
interface Store {
  count(): Promise<number>;
  getAllKeys(from: null, most: number): Promise<number[]>;
  delete(key: number): Promise<void>;
}

/** Deletes the oldest records of `store` until there are no more than `most`. */
export async function dropOldest(store: Store, most: number): Promise<void> {
  const excess = (await store.count()) - most;
  // To IndexedDB, 0 keys would mean all keys.
  for (const key of excess > 0 ? await store.getAllKeys(null, excess) : []) {
    await store.delete(key);
  }
}
