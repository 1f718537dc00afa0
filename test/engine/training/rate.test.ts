import { expect, test } from 'vitest';
import { createRate } from '../../../src/engine/training/rate';

test('is of the epoch in progress', () => {
  const meter = createRate(10);
  expect(meter.rate).toBe(0);
  meter.add({ interactions: 100 }, 12);
  expect(meter.rate).toBe(50);
  meter.add({ interactions: 200 }, 13);
  expect(meter.rate).toBe(100);
  meter.restart(20);
  expect(meter.rate).toBe(100);
  meter.add({ interactions: 60 }, 22);
  expect(meter.rate).toBe(30);
});

test('is finite where no time has passed', () => {
  const meter = createRate(0);
  meter.add({ interactions: 5 }, 0);
  expect(meter.rate).toBe(5_000);
});
