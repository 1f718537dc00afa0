import { guessTable, readTable } from './reading/delimiter';
import { guessEncoding, nameOfBinary } from './reading/encoding';
import { explain, guessPlan } from './reading/guess-plan';
import { readHead, type Source } from './opening/source';
import type { FilePlan, FilePreview } from './plan';
import { findFault, lookedFor } from './reading/plan-check';
import { refuseUnreadable } from './reading/text';

/** Bytes from which the columns are guessed, and shown. */
const headBytes = 2 ** 18;
/** Bytes from which the encoding is guessed: the first accent may come late. */
const encodingBytes = 2 ** 23;
const shownRows = 10;

/** The beginning of `file` as `plan` reads it; without a plan, as it is probably meant. */
export async function previewFile(file: Source, plan?: FilePlan): Promise<FilePreview> {
  if (file.leftOut && (plan?.kind ?? 'unknown') === 'unknown') {
    return show(file, unread(file), [], file.leftOut);
  }
  const bytes = await readHead(file, encodingBytes).catch(refuseUnreadable(file));
  const encoding = plan?.encoding ?? guessEncoding(bytes);
  if (encoding === null) return showBinary(file, bytes);
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, headBytes), { stream: true });
  const isWhole = file.size <= headBytes;
  const table = plan ? readTable(text, plan.delimiter, isWhole) : guessTable(text, isWhole);
  const rows = table.rows.map((row) => row.cells);
  if (plan) return show(file, plan, rows, findFault(plan));
  const { delimiter } = table;
  const guess = guessPlan({ ...unread(file), encoding, delimiter }, table);
  return show(file, guess, rows, explain(guess, table));
}

function showBinary(file: Source, bytes: Uint8Array): FilePreview {
  return show(file, unread(file), [], `${file.name} is ${nameOfBinary(bytes)}. ${lookedFor}`);
}

function unread({ name, archive }: Source): FilePlan {
  const layout = { encoding: 'utf-8', delimiter: ',', header: false, roles: {} };
  return { name, ...(archive && { archive }), kind: 'unknown', ...layout };
}

function show(
  file: Source,
  plan: FilePlan,
  rows: readonly (readonly string[])[],
  problem: string | null,
): FilePreview {
  const shown = rows.slice(plan.header ? 1 : 0).slice(0, shownRows);
  const width = Math.max(0, ...shown.map((row) => row.length));
  const columns = plan.header && rows.length > 0 ? rows[0] : new Array<string>(width).fill('');
  return { plan, columns, rows: shown, size: file.size, problem };
}
