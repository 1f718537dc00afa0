/** Asks the browser not to clear our storage when space runs short; workers cannot ask. */
export async function keepStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** Whether it has promised that. */
export async function isStorageKept(): Promise<boolean> {
  return (await navigator.storage?.persisted?.()) ?? false;
}

/**
 * Keeps the screen on, where the browser allows it; returns the way to let it sleep. A tab that
 * was hidden has lost its hold of the screen, and takes it again when it is back.
 */
export async function keepAwake(): Promise<() => void> {
  let lock = await holdScreen();
  if (!lock) return () => {};
  const onReturn = async (): Promise<void> => {
    if (document.visibilityState === 'visible') lock = await holdScreen();
  };
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    document.removeEventListener('visibilitychange', onReturn);
    void lock?.release();
  };
}

/** Null where it is refused, on low battery or in a hidden tab: training goes on regardless. */
async function holdScreen(): Promise<WakeLockSentinel | null> {
  try {
    return (await navigator.wakeLock?.request('screen')) ?? null;
  } catch {
    return null;
  }
}
