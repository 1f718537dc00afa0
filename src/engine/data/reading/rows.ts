import type { Row } from '../csv';
import type { Source } from '../opening/source';
import type { FilePlan } from '../plan';
import { createReader } from './row-reader';
import { readText, refuseIfAborted } from './text';

/** Rows as they stream in, without the header, and the bytes they were read from. */
export interface RowBatch {
  readonly rows: readonly Row[];
  readonly bytes: number;
}

/** The rows of `file`, some thousand at a time. @throws InputError, AbortError */
export async function* readRows(
  file: Source,
  plan: FilePlan,
  signal: AbortSignal,
): AsyncGenerator<RowBatch> {
  if (plan.format === 'parquet') return yield* readParquet(file, signal);
  const reader = createReader(plan);
  let isHeaderAhead = plan.header;
  const batch = (rows: Row[], bytes: number): RowBatch => {
    if (!isHeaderAhead || rows.length === 0) return { rows, bytes };
    isHeaderAhead = false;
    return { rows: rows.slice(1), bytes };
  };
  for await (const { text, bytes } of readText(file, plan.encoding, signal)) {
    yield batch(reader.push(text), bytes);
  }
  yield batch(reader.end(), 0);
}

async function* readParquet(source: Source, signal: AbortSignal): AsyncGenerator<RowBatch> {
  const { openParquet } = await import('./parquet'); // a library that few need
  const table = await openParquet(source);
  for await (const batch of table.read()) {
    refuseIfAborted(signal);
    yield batch;
  }
}
