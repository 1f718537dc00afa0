/** Asks the browser not to clear our storage when space runs short; workers cannot ask. */
export async function keepStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** Keeps the screen on, where the browser allows it; returns the way to let it sleep. */
export async function keepAwake(): Promise<() => void> {
  try {
    const lock = await navigator.wakeLock?.request('screen');
    return () => void lock?.release();
  } catch {
    return () => {}; // refused on low battery or in a hidden tab: training goes on regardless
  }
}
