import type { Row } from './csv';
import { guessTable, readTable, tableOf, type Table } from './reading/delimiter';
import { guessEncoding, nameOfBinary } from './reading/encoding';
import { explain, guessPlan } from './reading/guess-plan';
import { readHead, type Source } from './opening/source';
import type { FilePlan, FilePreview } from './plan';
import { chooseAnother, findFault, lookedFor } from './reading/plan-check';
import { previewRatings, previewRepeats, previewTimes } from './reading/preview-facts';
import { hasSignature, signatures } from './opening/signatures';
import { findKeys, looksLikeJson } from './reading/json-reader';
import { looksLikeNetflix } from './reading/netflix-reader';
import { joinTail } from './reading/row-reader';
import { refuseUnreadable } from './reading/text';

/** Bytes from which the columns are guessed, and shown. */
const headBytes = 2 ** 18;
/** Bytes from which the encoding is guessed: the first accent may come late. */
const encodingBytes = 2 ** 23;
const shownRows = 10;
/** Rows of a Parquet file from which the columns are guessed. */
const sampledRows = 3000;

/** The beginning of `file` as `plan` reads it; without a plan, as it is probably meant. */
export async function previewFile(file: Source, plan?: FilePlan): Promise<FilePreview> {
  if (file.leftOut && (plan?.kind ?? 'unknown') === 'unknown') {
    return show(file, unread(file), [], file.leftOut);
  }
  if (plan?.format === 'parquet') return previewParquet(file, plan);
  const bytes = await readHead(file, encodingBytes).catch(refuseUnreadable(file));
  const encoding = plan?.encoding ?? guessEncoding(bytes);
  if (encoding === null && hasSignature(bytes, signatures.parquet) && file instanceof File) {
    return previewParquet(file);
  }
  if (encoding === null) return showBinary(file, bytes);
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, headBytes), { stream: true });
  const isWhole = file.size <= headBytes;
  if (plan) return present(file, plan, readTable(text, plan, isWhole), findFault(plan));
  const layout = { ...unread(file), encoding, ...guessFormat(text) };
  const table = layout.format ? readTable(text, layout, true) : guessTable(text, isWhole);
  const guess = guessPlan({ ...layout, delimiter: table.delimiter }, table);
  return present(file, guess, table, explain(guess, table));
}

/** The format of a text that is no delimited table, with its columns. */
function guessFormat(text: string): Pick<FilePlan, 'format' | 'keys'> {
  if (looksLikeNetflix(text)) return { format: 'netflix' };
  return looksLikeJson(text) ? { format: 'json', keys: findKeys(text) } : {};
}

async function previewParquet(file: Source, plan?: FilePlan): Promise<FilePreview> {
  const { openParquet } = await import('./reading/parquet'); // a library that few need
  const { names, read } = await openParquet(file);
  const rows: Row[] = [{ cells: names, line: 0, stray: false }];
  for await (const batch of read(sampledRows)) rows.push(...batch.rows);
  const table = tableOf(rows, ',');
  if (plan) return present(file, plan, table, findFault(plan));
  const guess = guessPlan({ ...unread(file), format: 'parquet' }, table);
  return present(file, guess, table, explain(guess, table));
}

function present(file: Source, plan: FilePlan, table: Table, problem: string | null): FilePreview {
  const { width, delimiter, header } = plan;
  const rows = width ? table.rows.map((row) => joinTail(row, width, delimiter)) : table.rows;
  const data = rows.slice(header ? 1 : 0);
  const preview = show(
    file,
    plan,
    rows.map(({ cells }) => cells),
    problem,
  );
  const ratingColumn = findRatings(plan, table);
  return {
    ...preview,
    times: previewTimes(plan, data, preview.rows.length),
    ratings: ratingColumn === undefined ? null : previewRatings(data, ratingColumn),
    repeats: previewRepeats(plan, data),
  };
}

/** The column of ratings of interactions: the one chosen, or the one that nobody chose but looks like it. */
function findRatings(plan: FilePlan, table: Table): number | undefined {
  if (plan.kind !== 'interactions') return undefined;
  if (plan.roles.value !== undefined) return plan.roles.value;
  const likely = guessPlan({ ...plan, roles: {} }, table).roles.value;
  return Object.values(plan.roles).some((column) => column === likely) ? undefined : likely;
}

function showBinary(file: Source, bytes: Uint8Array): FilePreview {
  const problem = `${file.name} is ${nameOfBinary(bytes)}. ${lookedFor} ${chooseAnother}`;
  return show(file, unread(file), [], problem);
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
  const none = { times: null, ratings: null, repeats: null };
  return { plan, columns, rows: shown, size: file.size, problem, ...none };
}
