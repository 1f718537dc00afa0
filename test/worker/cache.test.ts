import { expect, test } from 'vitest';
import { createCache } from '../../src/worker/cache';

/** A cache of two, of what was loaded under each id and how often; and what it has freed. */
function counted() {
  const freed: string[] = [];
  const loads = new Map<string, number>();
  const load = async (id: string): Promise<string> => {
    loads.set(id, (loads.get(id) ?? 0) + 1);
    return `${id}${loads.get(id)}`;
  };
  return { cache: createCache(2, load, (value) => void freed.push(value)), freed };
}

/** Once all that was begun is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('loads once what is asked for again', async () => {
  const { cache } = counted();
  expect(await Promise.all([cache.get('a'), cache.get('a')])).toEqual(['a1', 'a1']);
});

test('frees what was asked for longest ago, and loads it anew', async () => {
  const { cache, freed } = counted();
  for (const id of ['a', 'b', 'a', 'c']) await cache.get(id);
  await settled();
  expect(freed).toEqual(['b1']);
  expect(await cache.get('b')).toBe('b2');
});

test('frees everything when it is cleared, what is on its way too', async () => {
  const { cache, freed } = counted();
  const loading = cache.get('a');
  cache.set('b', 'known');
  cache.clear();
  await loading;
  await settled();
  expect(freed.sort()).toEqual(['a1', 'known']);
});

test('asks again for what failed to load', async () => {
  let isThere = false;
  const load = async () => {
    if (!isThere) throw new Error('absent');
    return 'there';
  };
  const cache = createCache(2, load);
  await expect(cache.get('a')).rejects.toThrow('absent');
  isThere = true;
  expect(await cache.get('a')).toBe('there');
});

test('a failure from before it was cleared takes nothing away that was loaded since', async () => {
  let fail = () => {};
  const answers = [
    new Promise<string>((_resolve, reject) => (fail = () => reject(new Error('late')))),
    Promise.resolve('new'),
    Promise.resolve('newer'),
  ];
  const freed: string[] = [];
  const cache = createCache(
    2,
    () => answers.shift()!,
    (value) => void freed.push(value),
  );
  const old = cache.get('a');
  cache.clear();
  expect(await cache.get('a')).toBe('new');
  fail();
  await expect(old).rejects.toThrow('late');
  await settled();
  expect(await cache.get('a')).toBe('new');
  cache.clear();
  await settled();
  expect(freed).toEqual(['new']);
});
