/** What was loaded last, by id. */
export interface Cache<T> {
  get(id: string): Promise<T>;
  set(id: string, value: T): void;
  drop(id: string): void;
  /** Drops everything. */
  clear(): void;
}

/**
 * Keeps the `size` values that were asked for last, and frees those that it drops; what failed to
 * load is asked for again.
 */
export function createCache<T>(
  size: number,
  load: (id: string) => Promise<T>,
  free: (value: T) => void | Promise<void> = () => {},
): Cache<T> {
  const loaded = new Map<string, Promise<T>>();

  function drop(id: string): void {
    // What failed to load, or went with a lost device, cannot be freed and need not be.
    void loaded
      .get(id)
      ?.then(free)
      .catch(() => {});
    loaded.delete(id);
  }

  /** Keeps a value as the last one asked for. */
  function keep(id: string, value: Promise<T>): Promise<T> {
    loaded.delete(id);
    loaded.set(id, value);
    for (const old of [...loaded.keys()].slice(0, -size)) drop(old);
    return value;
  }

  function begin(id: string): Promise<T> {
    const loading = load(id);
    loading.catch(() => {
      if (loaded.get(id) === loading) loaded.delete(id);
    });
    return loading;
  }

  return {
    get: (id) => keep(id, loaded.get(id) ?? begin(id)),
    set(id, value) {
      drop(id);
      void keep(id, Promise.resolve(value));
    },
    drop,
    clear() {
      for (const id of [...loaded.keys()]) drop(id);
    },
  };
}
