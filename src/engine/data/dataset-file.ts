import { failure } from '../../errors';
import { createDataset, type Catalog, type Dataset } from './dataset';
import { decodeSafetensors, encodeSafetensors } from './safetensors';
import { createVocabulary } from './vocabulary';

const [format, version] = ['palate-dataset', 1];

/** Everything of a dataset that is not a column of numbers. */
interface Names {
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly titles: readonly string[];
  readonly genres: Catalog['genres'];
}

/** As a file for storage: columns as tensors, names as metadata. */
export function encodeDataset(dataset: Dataset): Promise<Blob> {
  const { users, items, catalog, userOf, itemOf, values, timestamps, rows } = dataset;
  const names: Names = {
    users: users.ids,
    items: items.ids,
    titles: catalog.titles,
    genres: catalog.genres,
  };
  const events = [userOf.length];
  return encodeSafetensors(
    {
      userOf: { shape: events, values: userOf },
      itemOf: { shape: events, values: itemOf },
      values: { shape: events, values },
      timestamps: { shape: events, values: timestamps },
      rows: { shape: events, values: rows },
      years: { shape: [items.size], values: catalog.years },
    },
    { format, version: String(version), names: JSON.stringify(names) },
  );
}

/** @throws CheckpointError when the file is damaged, StorageError when it is of another version */
export async function decodeDataset(file: Blob): Promise<Dataset> {
  const { tensors, metadata } = await decodeSafetensors(file);
  if (metadata.format !== format || metadata.version !== String(version)) {
    throw failure('StorageError', 'These data were stored by another version. Import them again.');
  }
  // Our own file, and its checksums held: it is what we wrote.
  const names = JSON.parse(metadata.names) as Names;
  return createDataset(
    createVocabulary(names.users, 'user'),
    createVocabulary(names.items, 'item'),
    { titles: names.titles, genres: names.genres, years: tensors.years.values as Float32Array },
    {
      userOf: tensors.userOf.values as Int32Array,
      itemOf: tensors.itemOf.values as Int32Array,
      values: tensors.values.values as Float32Array,
      timestamps: tensors.timestamps.values as Float64Array,
      rows: tensors.rows.values as Int32Array,
    },
  );
}
