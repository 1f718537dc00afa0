import { failure } from '../../errors';
import { createDataset, type Catalog, type Dataset } from './dataset';
import {
  decodeSafetensors,
  piecesOfSafetensors,
  type NamedTensor,
  type Safetensors,
} from './safetensors';
import { damaged } from './safetensors-header';
import { noNames, packSide, unpackSide, type SideNames } from './side-file';
import { createVocabulary } from './vocabulary';
import { isWhole, type Parts } from './whole';

/** Files of version 1 know nothing beside the interactions and the catalog. */
const [format, versions] = ['palate-dataset', ['1', '2']];

/** Everything of a dataset that is not a column of numbers. */
interface Names {
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly titles: readonly string[];
  readonly genres: Catalog['genres'];
  /** Absent in files of version 1. */
  readonly side?: SideNames;
}

/**
 * As a file for storage, columns as tensors, names as metadata, in pieces one after the other.
 * They share the memory of the dataset, which must not change meanwhile.
 */
export function encodeDataset(dataset: Dataset): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const { users, items, catalog, userOf, itemOf, values, timestamps, rows } = dataset;
  const side = packSide(dataset);
  const names: Names = {
    users: users.ids,
    items: items.ids,
    titles: catalog.titles,
    genres: catalog.genres,
    side: side.names,
  };
  const events = [userOf.length];
  return piecesOfSafetensors(
    {
      ...side.tensors,
      userOf: { shape: events, values: userOf },
      itemOf: { shape: events, values: itemOf },
      values: { shape: events, values },
      timestamps: { shape: events, values: timestamps },
      rows: { shape: events, values: rows },
      years: { shape: [items.size], values: catalog.years },
    },
    { format, version: versions[versions.length - 1], names: JSON.stringify(names) },
  );
}

/** @throws CheckpointError when the file is damaged, StorageError when it is of another version */
export async function decodeDataset(file: Blob): Promise<Dataset> {
  const { tensors, metadata } = await decodeSafetensors(file);
  if (metadata.format !== format || !versions.includes(metadata.version)) {
    throw failure('StorageError', 'These data were stored by another version. Import them again.');
  }
  const { users, items, catalog, columns, side } = believed(tensors, metadata.names);
  return createDataset(users, items, catalog, columns, side);
}

/** The parts that a file claims to hold, if they fit together. @throws CheckpointError */
function believed(tensors: Safetensors['tensors'], names: string): Parts {
  try {
    const parts = unpack(tensors, names);
    if (isWhole(parts)) return parts;
  } catch (cause) {
    throw damaged('some of its parts are missing', cause);
  }
  throw damaged('its parts do not fit together');
}

function unpack(tensors: Safetensors['tensors'], json: string): Parts {
  const numbers = <T extends NamedTensor['values']>(name: string): T => tensors[name].values as T;
  const { users, items, titles, genres, side: sideNames } = JSON.parse(json) as Names;
  const { tags, columns, context, ...side } = unpackSide(sideNames ?? noNames, numbers);
  return {
    users: createVocabulary(users, 'user'),
    items: createVocabulary(items, 'item'),
    catalog: { titles, genres, years: numbers('years'), tags, columns },
    columns: {
      userOf: numbers('userOf'),
      itemOf: numbers('itemOf'),
      values: numbers('values'),
      timestamps: numbers('timestamps'),
      rows: numbers('rows'),
      context,
    },
    side,
  };
}
