import { expect, test } from 'vitest';
import { importFiles } from '../../../../src/engine/data/import';
import { previewFile } from '../../../../src/engine/data/guess';
import { isPlainNetflix } from '../../../../src/engine/data/reading/netflix-interactions';
import { createRandom } from '../../../../src/kernels/random';
import { fileOf, linesOf } from '../../../fixtures/dropped-files';

const oddities = [
  '',
  '12,5',
  '12,good,2004-01-31',
  '12,4,soon',
  ',4,2004-01-31',
  '"12",4,2004-01-31',
];

/** Long enough for several pieces. */
function textOf(end: string): string {
  const random = createRandom(5);
  const lines: string[] = [];
  for (let movie = 1; movie <= 40; movie++) {
    lines.push(`${movie}:`);
    for (let row = 0; row < 300; row++) {
      const day = `200${random.below(6)}-0${random.below(9) + 1}-1${random.below(10)}`;
      const isOdd = movie > 1 && random.below(50) === 0;
      lines.push(
        isOdd
          ? oddities[random.below(oddities.length)]
          : `${random.below(5000)},${random.below(5) + 1},${day}`,
      );
    }
  }
  return lines.join(end);
}

test.each([
  ['on Unix', '\n'],
  ['on Windows', '\r\n'],
])('bytes say what text says where lines end as %s', async (_system, end) => {
  const file = fileOf('combined_data_1.txt', textOf(end));
  const { plan } = await previewFile(file);
  const slow = { ...plan, encoding: 'windows-1252' };
  expect([plan, slow].map(isPlainNetflix)).toEqual([true, false]);
  const [fromBytes, fromText] = await Promise.all(
    [plan, slow].map((as) =>
      importFiles([file], [as], { signal: new AbortController().signal, onProgress() {} }),
    ),
  );
  expect(linesOf(fromBytes)).toEqual(linesOf(fromText));
  expect(fromBytes.dataset.rows).toEqual(fromText.dataset.rows);
  expect(fromBytes.report.counts).toEqual(fromText.report.counts);
  expect(fromBytes.report.rows).toBe(fromText.report.rows);
});
