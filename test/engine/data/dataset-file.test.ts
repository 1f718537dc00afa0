import { describe, expect, test } from 'vitest';
import { decodeDataset, encodeDataset } from '../../../src/engine/data/dataset-file';
import { encodeSafetensors } from '../../../src/engine/data/safetensors';
import { describeSide } from '../../../src/engine/data/summary';
import { fileOf, importGuessed } from '../../fixtures/dropped-files';

const everything = () =>
  importGuessed(
    fileOf(
      'r.csv',
      'user,item,rating,time,device\na,x,4,2024-01-02,tv\na,y,3,2024-01-01,\nb,x,2,,web\n',
    ),
    fileOf('users.csv', 'user,age\nb,30\na,20\n'),
    fileOf('items.csv', 'item,title,year,genres,brand\nx,Dune,1965,Sci-Fi,B\nnew,Kim,1950,War,C\n'),
    fileOf('tags.csv', 'user,item,tag\na,y,dry\nb,new,dry\n'),
    fileOf('kg.txt', '1\ta.b\t2\n'),
    fileOf('x.link', 'item_id\tentity_id\nx\t1\n'),
    fileOf('friends.txt', 'a,b\n'),
  );

/** A dataset without the functions of its vocabularies, which are made anew. */
const plain = (dataset: object): unknown => JSON.parse(JSON.stringify(dataset));

test('a stored dataset comes back with everything', async () => {
  const { dataset } = await everything();
  const stored = await decodeDataset(new Blob([...(await encodeDataset(dataset))]));
  expect(plain(stored)).toEqual(plain(dataset));
  expect(stored.newItems?.ids).toEqual(['new']);
  expect(describeSide(stored)).toEqual({
    people: ['age'],
    items: ['title', 'year', 'genres', 'tags', 'brand'],
    context: ['device'],
    triples: 1,
    friends: 1,
  });
});

const fileOfVersion = (
  version: string,
  spoilt: Readonly<Record<string, Int32Array | Float32Array | Float64Array>> = {},
  spoiltNames: object = {},
): Promise<Blob> => {
  const column = <T extends Int32Array | Float32Array | Float64Array>(values: T) => ({
    shape: [values.length],
    values,
  });
  const names = {
    users: ['a'],
    items: ['x', 'y'],
    titles: ['Dune', ''],
    genres: [['Sci-Fi'], []],
    ...spoiltNames,
  };
  return encodeSafetensors(
    {
      userOf: column(Int32Array.of(0, 0)),
      itemOf: column(Int32Array.of(1, 0)),
      values: column(Float32Array.of(4, 5)),
      timestamps: column(Float64Array.of(7, 8)),
      rows: column(Int32Array.of(1, 2)),
      years: column(Float32Array.of(1965, NaN)),
      ...Object.fromEntries(Object.entries(spoilt).map(([name, values]) => [name, column(values)])),
    },
    { format: 'palate-dataset', version, names: JSON.stringify(names) },
  );
};

test('a dataset of the first version opens, with nothing known besides', async () => {
  const stored = await decodeDataset(await fileOfVersion('1'));
  expect(Array.from(stored.itemOf)).toEqual([1, 0]);
  expect(stored.catalog.titles).toEqual(['Dune', '']);
  expect(stored.newItems).toBeNull();
  expect(describeSide(stored)).toMatchObject({
    people: [],
    items: ['title', 'year', 'genres'],
    triples: 0,
  });
});

test('a dataset of a later version is refused', async () => {
  const refusal = decodeDataset(await fileOfVersion('3'));
  await expect(refusal).rejects.toMatchObject({ name: 'StorageError' });
  await expect(refusal).rejects.toThrow(/Import them again/);
});

test.each([
  ['that was chosen after all', { ids: ['x'] }],
  ['with a title too many', { titles: ['a', 'b'] }],
  ['of an entity that there is not', { entityOf: Int32Array.of(2) }],
])('a new item %s is not believed', async (_what, changes) => {
  const { dataset } = await everything();
  const file = await encodeDataset({
    ...dataset,
    newItems: { ...dataset.newItems!, ...changes },
  });
  await expect(decodeDataset(new Blob([...file]))).rejects.toMatchObject({
    name: 'CheckpointError',
  });
});

describe('a file whose checksums hold is still not believed', () => {
  type Numbers = Int32Array | Float32Array | Float64Array;
  /** A file of the first version with some of its parts replaced. */
  const spoilt = (tensors: Readonly<Record<string, Numbers>>, names: object = {}) =>
    fileOfVersion('1', tensors, names);

  test.each([
    ['a user that there is not', () => spoilt({ userOf: Int32Array.of(0, 1) })],
    ['an item below the first', () => spoilt({ itemOf: Int32Array.of(-1, 0) })],
    ['fewer values than events', () => spoilt({ values: Float32Array.of(4) })],
    ['a value that is no number', () => spoilt({ values: Float32Array.of(4, NaN) })],
    ['a time without end', () => spoilt({ timestamps: Float64Array.of(7, Infinity) })],
    ['numbers of another type', () => spoilt({ itemOf: Float32Array.of(0, 0.5) })],
    ['years of fewer items', () => spoilt({ years: Float32Array.of(1965) })],
    ['the same item twice', () => spoilt({}, { items: ['x', 'x'] })],
    ['an id that is no text', () => spoilt({}, { users: [1] })],
    ['a title too many', () => spoilt({}, { titles: ['a', 'b', 'c'] })],
    ['no genres', () => spoilt({}, { genres: undefined })],
    ['no users', () => spoilt({}, { users: undefined })],
    ['a graph without triples', () => spoilt({}, { side: { graph: {} } })],
  ])('with %s', async (_what, file) => {
    await expect(decodeDataset(await file())).rejects.toMatchObject({ name: 'CheckpointError' });
  });
});
