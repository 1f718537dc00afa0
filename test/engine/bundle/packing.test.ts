import { expect, test } from 'vitest';
import { pack, unpack } from '../../../src/engine/bundle/packing';

test('text comes back as it was, from less room', async () => {
  const text = 'Amélie — 天使爱美丽\n'.repeat(5000);
  const packed = await pack(text);
  expect(packed.size).toBeLessThan(text.length / 20);
  expect(await unpack(await packed.arrayBuffer())).toBe(text);
});

test('what is cut short is refused', async () => {
  const packed = await pack('Alien'.repeat(1000));
  const cut = await packed.slice(0, -12).arrayBuffer();
  await expect(unpack(cut)).rejects.toMatchObject({ name: 'BundleError' });
});
