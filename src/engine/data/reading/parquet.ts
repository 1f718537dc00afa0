import { parquetMetadataAsync, parquetRead, parquetSchema, type FileMetaData } from 'hyparquet';
import { decompressGzip, decompressZstd } from 'hyparquet-compressors';
import { failure } from '../../../errors';
import type { Row } from '../csv';
import type { Source } from '../opening/source';

/** Rows that are read at a time. */
const stretch = 20_000;

const compressors = {
  GZIP: decompressGzip,
  ZSTD: (input: Uint8Array) => decompressZstd(input),
};

/** A Parquet file as a table. */
export interface ParquetTable {
  readonly names: readonly string[];
  /** Rows, some thousand at a time, and the share of the bytes that they are. */
  read(most?: number): AsyncGenerator<{ readonly rows: readonly Row[]; readonly bytes: number }>;
}

/** Opens a file of its own: to be read here and there, it may not be packed. @throws InputError */
export async function openParquet(file: Source): Promise<ParquetTable> {
  if (!(file instanceof File)) {
    throw failure('InputError', `${file.name} is a Parquet file that is packed: unpack it first.`);
  }
  const buffer = {
    byteLength: file.size,
    slice: (from: number, to?: number) => file.slice(from, to).arrayBuffer(),
  };
  const metadata = await parquetMetadataAsync(buffer).catch(damaged(file));
  const total = Number(metadata.num_rows);
  return {
    names: namesOf(metadata),
    async *read(most = total) {
      const last = Math.min(most, total);
      for (let from = 0; from < last; from += stretch) {
        const to = Math.min(from + stretch, last);
        let cells: unknown[][] = [];
        await parquetRead({
          file: buffer,
          metadata,
          compressors,
          rowStart: from,
          rowEnd: to,
          onComplete: (rows) => (cells = rows),
        }).catch(damaged(file));
        const rows = cells.map((row, at) => ({
          cells: row.map(cellOf),
          line: from + at + 1,
          stray: false,
        }));
        yield { rows, bytes: (file.size * (to - from)) / total };
      }
    },
  };
}

function namesOf(metadata: FileMetaData): string[] {
  return parquetSchema(metadata).children.map(({ element }) => element.name);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(cellOf).join('|');
  return typeof value === 'object' ? '' : String(value as string | number | bigint);
}

function damaged({ name }: File): (cause: unknown) => never {
  return (cause) => {
    const remedy = 'Write it again with Snappy, gzip or Zstandard, or save it as CSV.';
    throw failure('InputError', `${name} could not be read as Parquet. ${remedy}`, cause);
  };
}
