import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseArguments } from '../../src/headless/arguments';
import { personaliseCommand } from '../../src/headless/personalise';

let file: string;

/** Forty people choose twelve of twenty items each, and ten what nobody else does; eight rate low. */
beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'palate-')), 'ratings.csv');
  const rows = Array.from({ length: 600 }, (_zero, i) => {
    const user = i % 50;
    const item = user < 40 ? (Math.floor(i / 50) + user) % 20 : `own-${i}`;
    return `${user},${item},${user < 8 ? 1 : 4},${i}`;
  });
  await writeFile(file, ['user,item,rating,timestamp', ...rows].join('\n'));
});

const personalise = (...more: string[]) =>
  personaliseCommand(
    parseArguments([
      ...['--data', file, '--backend', 'cpu', '--model', 'popularity', '--steps', '1', ...more],
    ]),
  );

test.each([
  ['everyone', [], 25],
  ['those who rate high enough', ['--min-value', '2'], 21],
  ['those whose items others choose too', ['--k-core', '5'], 20],
  ['those who do both', ['--min-value', '2', '--k-core', '5'], 16],
])('holds out half of those that are kept: %s', async (_who, options, people) => {
  expect(await personalise(...options)).toMatchObject({ people });
});
