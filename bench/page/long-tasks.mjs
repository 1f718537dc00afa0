/** Runs in a page before its own scripts: `longest` is its longest task so far, in ms, from 50 on. */
export function watchLongTasks() {
  globalThis.longest = 0;
  new globalThis.PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: 'longtask' });
}
