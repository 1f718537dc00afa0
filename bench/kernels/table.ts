import type { Entry } from './entry';

/** Column titles, and the cells of each entry, for whatever draws a table. */
export const columns = [
  'bench',
  'shape',
  'ours',
  'sequences/s',
  'tfjs',
  'jax-js',
  '× tfjs',
  '× jax-js',
  'dispatches',
  'of tfjs',
  'submits',
  'memory',
  'error',
  'of ceiling',
] as const;

export function cellsOf(entry: Entry): string[] {
  const { name, shape, backend, ours, peers, ratio, agreement, ceiling, sequencesPerSecond } =
    entry;
  const calls = (count?: number): string => (backend === 'webgpu' ? number(count) : '–');
  const errors = [agreement.loss, agreement.gradient].filter((error) => error !== null);
  return [
    name,
    shape,
    milliseconds(ours.ms),
    number(sequencesPerSecond),
    milliseconds(peers.tfjs?.ms),
    milliseconds(peers.jaxjs?.ms),
    number(ratio.tfjs),
    number(ratio.jaxjs),
    calls(ours.dispatches),
    calls(peers.tfjs?.dispatches),
    calls(ours.submits),
    `${number(ours.bytes / 2 ** 20)} MiB`,
    errors.length > 0 ? Math.max(...errors).toExponential(0) : '–',
    `${number(100 * ceiling.share)} %`,
  ];
}

/** The entries as lines of text, in columns. */
export function tableOf(entries: readonly Entry[]): string {
  const rows = [[...columns], ...entries.map(cellsOf)];
  const widths = columns.map((_title, column) =>
    Math.max(...rows.map((row) => row[column].length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  return [...rows.map(line), '', ...new Set(entries.map(placeOf))].join('\n');
}

/** Where an entry was measured, and what its adapter can do. */
export function placeOf({ where, backend, ceiling }: Entry): string {
  const { bandwidth, rate } = ceiling;
  return `${backend} on ${where.adapter} (${where.host}): copies ${number(bandwidth)} GB/s, computes ${number(rate)} GFLOP/s`;
}

const milliseconds = (ms: number | undefined): string =>
  ms === undefined ? '–' : `${number(ms)} ms`;

/** Three digits that matter, and no fewer before the point. */
function number(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  const digits = {
    maximumSignificantDigits: Math.max(3, Math.ceil(Math.log10(Math.abs(value) + 1))),
  };
  return value.toLocaleString('en', digits);
}
