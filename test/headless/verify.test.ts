import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseArguments } from '../../src/headless/arguments';
import { evaluateCommand } from '../../src/headless/evaluate';
import { verifyCommand } from '../../src/headless/verify';

/** What is looked at of a card, and of its verification. */
interface Card {
  readonly metrics: Readonly<Record<string, number>>;
  readonly deviations?: Readonly<Record<string, number>>;
  readonly runs?: readonly { readonly split: { readonly hash: string } }[];
  readonly testReads: number;
}

let folder: string;
const card = (): string => join(folder, 'card.json');
const common = (): string[] => ['--data', join(folder, 'ratings.csv'), '--backend', 'cpu'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palate-'));
  vi.stubEnv('XDG_STATE_HOME', folder);
  const rows = Array.from({ length: 400 }, (_zero, i) => {
    const user = i % 40;
    return `${user},${(2 * Math.floor(i / 40) + 7 * (user % 5) + (user % 2)) % 37},${1 + (i % 5)},${i}`;
  });
  await writeFile(
    join(folder, 'ratings.csv'),
    ['userId,movieId,rating,timestamp', ...rows].join('\n'),
  );
});

const evaluate = (...more: string[]) =>
  evaluateCommand(parseArguments([...common(), '--model', 'item-knn', ...more]));
const verify = (...more: string[]) =>
  verifyCommand(parseArguments([...common(), ...more, '--card', card()])) as Promise<{
    readonly holds: boolean;
    readonly largest: { readonly metric: string };
    readonly same: object;
  }>;

describe('a card', () => {
  afterEach(() => (process.exitCode = undefined));

  test('is reproduced bit for bit on the same device', async () => {
    await evaluate('--protocol', 'random', '--set', 'neighbours=5', '--card', card());
    const { holds, same } = await verify();
    expect(holds).toBe(true);
    expect(same).toEqual({ data: true, split: true, metrics: true });
    expect(process.exitCode).toBeUndefined();
  });

  test('of other facts about people is found out', async () => {
    const users = join(folder, 'users.csv');
    const withUsers = ['--data', users];
    await writeFile(users, 'userId,age\n1,20\n2,30\n3,30\n');
    await evaluate(...withUsers, '--protocol', 'random', '--card', card());
    expect((await verify(...withUsers)).same).toMatchObject({ data: true });
    await writeFile(users, 'userId,age\n1,20\n2,30\n3,20\n');
    expect((await verify(...withUsers)).same).toMatchObject({ data: false, split: true });
  });

  test('that says something else is found out', async () => {
    await evaluate('--protocol', 'random', '--card', card());
    const written = JSON.parse(await readFile(card(), 'utf8')) as Card;
    const metrics = { ...written.metrics, 'ndcg@10': written.metrics['ndcg@10'] + 1e-6 };
    await writeFile(card(), JSON.stringify({ ...written, metrics }));
    const { holds, largest } = await verify();
    expect(holds).toBe(false);
    expect(largest.metric).toBe('ndcg@10');
    expect(process.exitCode).toBe(1);
  });

  test('counts every reading of its test', async () => {
    const reads = async () => ((await evaluate('--protocol', 'leave-one-out')) as Card).testReads;
    const first = await reads();
    await evaluate('--protocol', 'leave-one-out', '--compare', 'popularity');
    expect(await reads()).toBe(first + 3);
  });
});

describe('several runs', () => {
  test('of seeds have a mean and a deviation, and are all told', async () => {
    const { metrics, deviations, runs } = (await evaluate(
      ...['--protocol', 'random', '--seeds', '3'],
    )) as Card;
    expect(runs!.length).toBe(3);
    expect(new Set(runs!.map(({ split }) => split.hash)).size).toBe(3);
    expect(deviations!['ndcg@10']).toBeGreaterThan(0);
    expect(metrics['ndcg@10']).toBeGreaterThan(0);
  });

  test('of folds are compared user by user', async () => {
    const found = await evaluate('--protocol', 'k-fold', '--compare', 'random', 'baselines');
    expect(found.runs!.length).toBe(5);
    expect(Object.keys(found.compared)).toEqual(['random', 'popularity', 'ease']);
    expect(found.against!.p).toBeLessThanOrEqual(1);
  });
});
