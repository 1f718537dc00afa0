import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** Every file that a program of ours consists of, its entry included. */
function filesOf(entry: string): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const source = readFileSync(file, 'utf8').replace(/import type [^;]*;/g, '');
    for (const [, specifier] of source.matchAll(/from '(\.[^'?]+)'/g)) {
      const path = posix.join(posix.dirname(file), specifier);
      visit([`${path}.ts`, `${path}/index.ts`].find((candidate) => existsSync(candidate)) ?? path);
    }
  };
  visit(entry);
  return found;
}

const namesTensorFlow = (file: string): boolean =>
  /from '@tensorflow/.test(readFileSync(file, 'utf8'));

test.each(['tfjs', 'jaxjs'])('none of our kernels reaches the realm of %s', (library) => {
  const files = [...filesOf(`bench/kernels/${library}/index.ts`)];
  const ours = files.filter((file) => file.startsWith('src/'));
  expect(ours).toContain('src/kernels/random.ts'); // the walk does find things
  expect(ours.filter(namesTensorFlow)).toEqual([]);
});

test('and they do reach ours', () => {
  const files = [...filesOf('bench/kernels/ours/index.ts')];
  expect(files.filter(namesTensorFlow)).not.toEqual([]);
});
