import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from '../../../src/engine/training/clock';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('goes on from what it showed, and leaves out the time in which it was halted', () => {
  const clock = createClock(10);
  vi.advanceTimersByTime(2500);
  expect(clock.seconds).toBe(12.5);
  clock.halt();
  vi.advanceTimersByTime(60_000);
  expect(clock.seconds).toBe(12.5);
  clock.proceed();
  vi.advanceTimersByTime(500);
  expect(clock.seconds).toBe(13);
});
