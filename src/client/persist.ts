/** Asks the browser not to clear our storage when space runs short; workers cannot ask. */
export async function keepStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** Whether it has promised that. */
export async function isStorageKept(): Promise<boolean> {
  return (await navigator.storage?.persisted?.()) ?? false;
}

/**
 * Keeps the screen on, where the browser allows it; returns the way to let it sleep. A tab that is
 * hidden cannot hold the screen, and takes hold of it when it is back.
 */
export function keepAwake(): () => void {
  if (!navigator.wakeLock) return () => {};
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const hold = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    const held = await holdScreen();
    if (isOver) void held?.release();
    else lock = held;
  };
  document.addEventListener('visibilitychange', hold);
  void hold();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', hold);
    void lock?.release();
  };
}

/** Null where it is refused, on low battery or in a hidden tab: training goes on regardless. */
async function holdScreen(): Promise<WakeLockSentinel | null> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return null;
  }
}
