import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { previewFile } from '../../../../src/engine/data/guess';
import { openFiles } from '../../../../src/engine/data/opening/open-files';
import { fileOf, importGuessed, linesOf } from '../../../fixtures/dropped-files';
import { zipOf } from '../../../fixtures/zip';

const ratings = 'userId,movieId,rating,timestamp\n1,10,4,964982703\n2,10,2,964982704\n';

const drain = async (stream: ReadableStream<Uint8Array>): Promise<number> => {
  let bytes = 0;
  await stream.pipeTo(new WritableStream({ write: (chunk) => void (bytes += chunk.length) }));
  return bytes;
};

describe('a zip archive', () => {
  const archive = () =>
    zipOf('ml-tiny.zip', {
      'ml-tiny/README.txt': 'About the data.',
      'ml-tiny/links.csv': 'movieId,imdbId\n10,113497\n',
      'ml-tiny/movies.csv': 'movieId,title,genres\n10,"Emma, Now (1999)",Drama|War\n',
      'ml-tiny/ratings.csv': ratings,
      '__MACOSX/ml-tiny/._ratings.csv': '\0\0\0\0',
    });

  test('is the files in it, less those that are no data', async () => {
    const imported = await importGuessed(await archive());
    expect(linesOf(imported)).toEqual(['1 10 4 964982703000', '2 10 2 964982704000']);
    expect(imported.dataset.catalog.titles).toEqual(['Emma, Now']);
    expect(imported.dataset.catalog.genres).toEqual([['Drama', 'War']]);
  });

  test('says what it leaves out, and why', async () => {
    const sources = await openFiles([await archive()]);
    const previews = await Promise.all(sources.map((source) => previewFile(source)));
    expect(
      previews.map(({ plan, problem }) => [plan.name, plan.archive, plan.kind, problem]),
    ).toEqual([
      ['README.txt', 'ml-tiny.zip', 'unknown', 'README.txt in ml-tiny.zip is about the data.'],
      [
        'links.csv',
        'ml-tiny.zip',
        'unknown',
        'links.csv in ml-tiny.zip holds the ids of other sites.',
      ],
      ['movies.csv', 'ml-tiny.zip', 'items', null],
      ['ratings.csv', 'ml-tiny.zip', 'interactions', null],
    ]);
    const wanted = { ...previews[0].plan, kind: 'items' as const };
    expect((await previewFile(sources[0], wanted)).rows).toEqual([['About the data.']]);
  });

  test('keeps the folders of files that have one name', async () => {
    const sources = await openFiles([
      await zipOf('a.zip', { 'x/a.csv': '1', 'y/a.csv': '2', 'z/b.csv': '3' }),
    ]);
    expect(sources.map(({ name }) => name)).toEqual(['x/a.csv', 'y/a.csv', 'b.csv']);
  });

  test('that is cut off is refused by name', async () => {
    const whole = await archive();
    const half = new File([whole.slice(0, 100)], 'half.zip');
    await expect(openFiles([half])).rejects.toThrow(
      /half\.zip is a damaged archive\. Download it again/,
    );
  });

  test('with a damaged entry is refused when that is read', async () => {
    const bytes = new Uint8Array(
      await (await zipOf('bad.zip', { 'ratings.csv': ratings.repeat(50) })).arrayBuffer(),
    );
    bytes.fill(0xff, 60, 80);
    const [source] = await openFiles([fileOf('bad.zip', bytes)]);
    await expect(drain(source.stream())).rejects.toThrow(/ratings\.csv in bad\.zip is damaged/);
  });

  test('with a password is left out, with what to do', async () => {
    const locked = await zipOf('locked.zip', { 'ratings.csv': ratings }, 'secret');
    const [source] = await openFiles([locked]);
    const { plan, problem } = await previewFile(source);
    expect(plan.kind).toBe('unknown');
    expect(problem).toMatch(/ratings\.csv in locked\.zip is locked by a password\. Unpack it with/);
  });

  test('within an archive is left out, with what to do', async () => {
    const inner = await archive();
    const [source] = await openFiles([await zipOf('outer.zip', { 'inner.zip': inner })]);
    expect((await previewFile(source)).problem).toMatch(
      /inner\.zip is an archive .* within an archive: unpack/,
    );
  });

  test('that would explode is refused', async () => {
    const bomb = await zipOf('bomb.zip', { 'ratings.csv': new Blob([new Uint8Array(2 ** 27)]) });
    await expect(openFiles([bomb])).rejects.toThrow(
      /bomb\.zip would unpack to more than 200 times/,
    );
  });

  test('of a spreadsheet is refused', async () => {
    const sheet = await zipOf('a.xlsx', { '[Content_Types].xml': '<Types/>', 'xl/a.xml': '<a/>' });
    await expect(openFiles([sheet])).rejects.toThrow(/a\.xlsx is a spreadsheet/);
  });
});

describe('a compressed file', () => {
  test('is what was compressed, by its name without .gz', async () => {
    const text = ratings + '3,10,5,964982705\n'.repeat(9);
    const file = fileOf('ratings.csv.gz', new Uint8Array(gzipSync(text)));
    const [source] = await openFiles([file]);
    expect([source.name, source.size]).toEqual(['ratings.csv', text.length]);
    expect(linesOf(await importGuessed(file))).toHaveLength(3);
  });

  test('that is cut off is refused by name', async () => {
    const bytes = new Uint8Array(gzipSync(ratings));
    const [source] = await openFiles([fileOf('cut.csv.gz', bytes.slice(0, 40))]);
    await expect(previewFile(source)).rejects.toThrow(/cut\.csv\.gz is damaged or was cut off/);
  });

  test('that explodes is refused while it does', async () => {
    const bytes = new Uint8Array(gzipSync(new Uint8Array(2 ** 27)));
    const [source] = await openFiles([fileOf('bomb.gz', bytes)]);
    await expect(drain(source.stream())).rejects.toThrow(
      /bomb\.gz would unpack to more than 200 times/,
    );
  });
});
