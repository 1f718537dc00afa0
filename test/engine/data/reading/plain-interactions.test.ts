import { expect, test } from 'vitest';
import { importFiles } from '../../../../src/engine/data/import';
import { isPlain } from '../../../../src/engine/data/reading/plain-interactions';
import type { FilePlan } from '../../../../src/engine/data/plan';
import { createRandom } from '../../../../src/kernels/random';
import { fileOf, linesOf, utf16 } from '../../../fixtures/dropped-files';

const plan: FilePlan = {
  name: 'ratings.csv',
  kind: 'interactions',
  encoding: 'utf-8',
  delimiter: ',',
  header: true,
  roles: { user: 0, item: 1, value: 2, time: 3 },
};
const wide: FilePlan = { ...plan, encoding: 'utf-16le' };

const read = (file: File, as: FilePlan) =>
  importFiles([file], [as], { signal: new AbortController().signal, onProgress() {} });

/** What may stand in a file among good lines, and where a line may end. */
const oddities = [
  '',
  '  ',
  '7',
  ',3,4.0,5',
  '3, ,4.0,5',
  '3,4,good,5',
  '3,4,4.0,tomorrow',
  '3,4,4.0,',
  ' 12 , 34 ,1e1,2020-02-01T10:00:00+02:00',
  '"12","34","4,5","964982703"',
  '"a ""b"" c",34,4.0,964982703',
  '"two\nlines",34,4.0,964982703',
  '"never closed,34,4.0,964982703',
  '12,34"inch,4.0,964982703',
  'Zoë,東京,3.5,1580000000123',
  '007,0x10,+4.25,-5',
  '12,34,4.123456789012345678,964982703',
];

/** Long enough for several pieces: `often` of the lines are odd. */
function textOf(often: number, end: string): string {
  const random = createRandom(11);
  const lines = Array.from({ length: 30_000 }, (_zero, n) =>
    random.uniform() < often
      ? oddities[random.below(oddities.length)]
      : `${random.below(500)},${random.below(900)},${(random.below(10) + 1) / 2},${9e8 + n}`,
  );
  return `user,item,rating,time${end}${lines.join(end)}`;
}

test.each([
  ['hardly anything is odd', 0.0005, '\n'],
  ['much is odd', 0.2, '\n'],
  ['lines end as on Windows', 0.001, '\r\n'],
  ['lines end as on old Macs', 0.001, '\r'],
])('bytes say what text says where %s', async (_name, often, end) => {
  expect([plan, wide].map(isPlain)).toEqual([true, false]);
  const text = textOf(often, end);
  const fromBytes = await read(fileOf('ratings.csv', text), plan);
  const fromText = await read(new File([utf16(text)], 'ratings.csv'), wide);
  expect(linesOf(fromBytes)).toEqual(linesOf(fromText));
  expect(fromBytes.report).toEqual(fromText.report);
  expect(fromBytes.dataset.rows).toEqual(fromText.dataset.rows);
});

test('a file that is nothing but columns of digits is the same between two colons', async () => {
  const text = textOf(0, '\n');
  const commas = await read(fileOf('ratings.csv', text), plan);
  const colons = await read(fileOf('ratings.csv', text.replaceAll(',', '::')), {
    ...plan,
    delimiter: '::',
  });
  expect(linesOf(colons)).toEqual(linesOf(commas));
});

test.each([
  ['bytes', plan],
  ['text', wide],
])('times that name no zone are of the zone of the plan, read as %s', async (_how, as) => {
  const text =
    'user,item,rating,time\n1,1,4,2020-07-01 12:00\n1,2,4,2020-07-01T12:00Z\n1,3,4,964982703\n' +
    '"1",4,4,2020-01-01\n';
  const file = fileOf('ratings.csv', as === wide ? utf16(text) : text);
  const times = async (timeZone?: string) => {
    const imported = await read(file, timeZone === undefined ? as : { ...as, timeZone });
    return [...imported.dataset.timestamps];
  };
  const [first, winter] = [964982703000, Date.parse('2020-01-01T00:00Z')];
  const summer = Date.parse('2020-07-01T12:00Z');
  const hours = 3_600_000;
  expect(await times()).toEqual([first, winter, summer, summer]);
  expect(await times('Europe/Paris')).toEqual([first, winter - hours, summer - 2 * hours, summer]);
});
