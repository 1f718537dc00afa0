import type { evaluateCommand } from './evaluate';

/** What an evaluation says, as far as its head tells it. */
type Card = Pick<
  Awaited<ReturnType<typeof evaluateCommand>>,
  'split' | 'model' | 'metrics' | 'intervals' | 'compared'
>;

/** What a reader looks for first; models of ratings have the last two. */
const headlines = { 'hr@10': 'HR@10', 'ndcg@10': 'NDCG@10', rmse: 'RMSE', mae: 'MAE' } as const;
type Headline = keyof typeof headlines;

/** The figures of a card as a short table, and what they are of: before all its details. */
export function headOf({ split, model, metrics, intervals, compared }: Card): readonly string[] {
  const shown = (Object.keys(headlines) as Headline[]).filter((name) => name in metrics);
  const rivals = Object.entries(compared).map(([name, other]) => {
    return [name, ...shown.map((metric) => figure(other.metrics[metric]))];
  });
  const own = shown.map((metric) => figure(metrics[metric], intervals[metric]));
  const { protocol, seeds, minValue, users } = split;
  const filter = minValue === null ? '' : `, values from ${minValue}`;
  return [
    ...table([['model', ...shown.map((name) => headlines[name])], [model.name, ...own], ...rivals]),
    `Test of ${users} users, ${protocol}, seed ${seeds.join(', ')}${filter}; in brackets, 95 % intervals.`,
  ];
}

function figure(value: number | undefined, interval?: readonly [number, number]): string {
  if (value === undefined) return '–';
  const range = interval?.map((end) => end.toFixed(4)).join(', ');
  return value.toFixed(4) + (range ? ` [${range}]` : '');
}

/** Rows whose columns stand below each other. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_cell, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}
