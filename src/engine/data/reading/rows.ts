import { createRowReader, type Row } from '../csv';
import type { Source } from '../opening/source';
import type { FilePlan } from '../plan';
import { readText } from './text';

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
  const reader = createRowReader(plan);
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
