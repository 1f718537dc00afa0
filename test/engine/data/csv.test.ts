import { describe, expect, test } from 'vitest';
import { createRowReader, type Row } from '../../../src/engine/data/csv';
import { createRandom } from '../../../src/kernels/random';

function read(pieces: readonly string[], delimiter = ','): Row[] {
  const reader = createRowReader({ name: 'test.csv', delimiter });
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const cellsOf = (text: string, delimiter = ','): (readonly string[])[] =>
  read([text], delimiter).map((row) => row.cells);

describe('cells', () => {
  test.each([
    [
      'a,b\nc,d\n',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a::b::c\nd::::f',
      '::',
      [
        ['a', 'b', 'c'],
        ['d', '', 'f'],
      ],
    ],
    ['a:b::c', '::', [['a:b', 'c']]],
    ['a\tb;c', '\t', [['a', 'b;c']]],
    [',,\n', ',', [['', '', '']]],
    ['a,\n', ',', [['a', '']]],
  ])('%j cut at %j', (text, delimiter, expected) => {
    expect(cellsOf(text, delimiter)).toEqual(expected);
  });

  test('quotes hold delimiters, line ends and doubled quotes', () => {
    expect(cellsOf('"a, b","c\r\nd","e ""f"""\n"",g')).toEqual([
      ['a, b', 'c\r\nd', 'e "f"'],
      ['', 'g'],
    ]);
  });

  test('spaces around a quoted cell are not part of it', () => {
    expect(cellsOf('1, "a, b" ,2')).toEqual([['1', 'a, b', '2']]);
  });
});

describe('lines', () => {
  test('are counted from 1, blank ones and those within quotes included', () => {
    const rows = read(['a\r\n\r\n"b\nc"\r\nd\re\n  \nf']);
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [3, 'b\nc'],
      [5, 'd'],
      [6, 'e'],
      [8, 'f'],
    ]);
  });

  test('one of over a million characters is refused', () => {
    const endless = new Array<string>(20).fill('x'.repeat(2 ** 16));
    expect(() => read(endless)).toThrow(/Line 1 of test\.csv is over a million characters/);
  });
});

describe('a stray quote', () => {
  test.each([
    ['that opens a cell and is never closed', '2,"x,y'],
    ['that closes too early', '2,"x"y,z'],
    ['in the middle of a cell', '2,x"y,z'],
    ['at the end of a cell', '2,x",z'],
    ['alone', '2,",z'],
  ])('%s costs its own row', (_, line) => {
    const rows = read([`1,a,b\n${line}\n3,"c",d\n4,e,f\n`]);
    expect(rows.map(({ stray }) => stray)).toEqual([false, true, false, false]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['1', '2', '3', '4']);
    expect(rows.map(({ line: at }) => at)).toEqual([1, 2, 3, 4]);
  });

  test('costs its own row in a file without another quote, however long', () => {
    const tail = Array.from({ length: 30_000 }, (_, n) => `${n},x`);
    const rows = read([`a,b\nc,"d\n${tail.join('\n')}`]);
    expect(rows.length).toBe(tail.length + 2);
    expect(rows.filter(({ stray }) => stray).map(({ line }) => line)).toEqual([2]);
  });

  test('and another one further down do not swallow the rows between them', () => {
    const rows = read(['a,b,c\n1,"x,y\n2,x,y\n3,x,y\n4,x",y\n5,x,y']);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['a', '1', '2', '3', '4', '5']);
    expect(rows.map(({ stray }) => stray)).toEqual([false, true, false, false, true, false]);
  });

  test('in every row costs every row, and no more time than that', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `${n},"x`);
    expect(read([lines.join('\n')]).every(({ stray }) => stray)).toBe(true);
  });
});

describe('pieces', () => {
  const troubled =
    'id,"na me"\r\n1,"a ""b"" c"\n2,"open\r3,plain\r\n\r\n"4" ,"x\r\ny"\n5,q"q\n6,""\n7,"z"z\n8,"end';

  test('cut anywhere give the same rows', () => {
    const whole = read([troubled]);
    for (let at = 0; at <= troubled.length; at++) {
      expect(read([troubled.slice(0, at), troubled.slice(at)])).toEqual(whole);
    }
    expect(read([...troubled])).toEqual(whole);
    expect(whole.length).toBe(9);
  });

  test('of random text give the same rows, whatever the delimiter', () => {
    const random = createRandom(7);
    const alphabet = ['a', 'b', ',', ':', ':', '"', '"', '\n', '\r', ' '];
    for (let round = 0; round < 300; round++) {
      const letters = Array.from({ length: 40 }, () => alphabet[random.below(alphabet.length)]);
      for (const delimiter of [',', '::']) {
        expect(read(letters, delimiter)).toEqual(read([letters.join('')], delimiter));
      }
    }
  });
});
