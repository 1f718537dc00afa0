import { expect, test } from 'vitest';
import { toCsv } from '../../src/ui/csv';

const linesOf = async (blob: Blob) => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
  expect(text.startsWith('\ufeff')).toBe(true);
  return text.slice(1).split('\r\n');
};

test('cells are quoted where they must be, and nothing is written for what is unknown', async () => {
  const csv = toCsv(
    ['item', 'title', 'year'],
    [
      ['1', 'Crouching Tiger, Hidden Dragon', 2000],
      ['2', 'The "Burbs"', null],
      ['3', 'two\nlines', 1999],
    ],
  );
  expect(await linesOf(csv)).toEqual([
    'item,title,year',
    '1,"Crouching Tiger, Hidden Dragon",2000',
    '2,"The ""Burbs""",',
    '3,"two\nlines",1999',
    '',
  ]);
});

test.each(['=HYPERLINK("http://a.example")', '+1', '-1', '@SUM(A1)', '\tcmd', '\rcmd'])(
  'text that is a formula is made text: %j',
  async (title) => {
    const [, row] = (await toCsv(['title'], [[title]]).text()).split(/\r\n/);
    expect(row.replace(/^"/, '').startsWith(`'`)).toBe(true);
    expect(row).toContain(title.slice(0, 4).replaceAll('"', '""'));
  },
);

test('numbers below nought stay numbers', async () => {
  expect((await linesOf(toCsv(['score'], [[-1.5]])))[1]).toBe('-1.5');
});
