import { figures, type Figure } from './figures';
import type { Ledger } from './ledger';
import type { Run } from './run';
import { verdictsOn, type Verdict } from './verdict';

const preface = `# Published figures, reproduced

Each line is one command, \`npm run palate -- reproduce NAME\`, which rewrites this page. The data
are not ours to give: \`--data FOLDER\` says where they lie. Configurations were chosen on
validation; of each split the test part is read once, when validation has chosen the epoch. Ours is
the mean over split seeds ± its standard deviation, with the 95 % interval of the mean (Student's t).
A figure counts as reached where the mean comes within the stated share of what was published, or
better, or where the published value lies in the interval; where nobody has published one by this
protocol, ours is reported alone. All runs, with their validation curves,
configurations and hashes, are in [reproduced.json](reproduced.json). Seconds are those of a machine
of two cores that did other things beside, pauses included: they say how long a figure takes, and
nothing about which model is quicker, for which there is \`bench/epochs\`.

**Two files are called ML-1M.** Of successive choices in it, half bear the same second. Papers on
sequences share a file (\`ml-1m-sasrec/ml-1m.txt\`) in which those lie in another order than in the
archive, and which leaves out items with fewer than five choices; nobody has said how it was made.
Order matters: see what the same counted rules find in that file
(\`ml-1m-sequences-last-sequential-rules\`) and in the archive (\`ml-1m-last-sequential-rules\`). So a
figure is held against ours from the same file only.
`;

/** The page of all figures, those that were not measured yet included. */
export function toMarkdown(ledger: Ledger): string {
  const measured = figures.filter(({ name }) => ledger[name]?.length);
  const table = [
    '| figure | metric | published | ours | 95 % interval | reached | seeds | epochs | seconds |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...figures.flatMap((figure) => rowsOf(figure, ledger[figure.name] ?? [])),
  ];
  const details = measured.map((figure) => describe(figure, ledger[figure.name]));
  return [preface, table.join('\n'), ...details].join('\n') + '\n';
}

function rowsOf(figure: Figure, runs: readonly Run[]): string[] {
  const lineOf = (metric: string, value: number | null, cells: readonly string[]): string =>
    `| ${[`\`${figure.name}\``, metric, value === null ? '–' : digits(value), ...cells].join(' | ')} |`;
  if (runs.length === 0) {
    const cells = ['not measured yet', '', '', '', '', ''];
    return Object.entries(figure.metrics).map(([metric, value]) => lineOf(metric, value, cells));
  }
  return verdictsOn(figure, runs).map((verdict) =>
    lineOf(verdict.metric, verdict.value, measuredCells(verdict, runs)),
  );
}

function measuredCells({ mean, deviation, interval, reached }: Verdict, runs: readonly Run[]) {
  return [
    runs.length === 1 ? digits(mean) : `${digits(mean)} ± ${digits(deviation)}`,
    interval ? `[${interval.map(digits).join(', ')}]` : '',
    reached === null ? '–' : reached ? 'yes' : '**no**',
    String(runs.length),
    runs.map(({ bestEpoch }) => bestEpoch).join(', '),
    String(Math.round(runs.reduce((sum, { seconds }) => sum + seconds, 0) / runs.length)),
  ];
}

function describe(
  { name, title, data, about, minValue, protocol, source, choices }: Figure,
  runs: readonly Run[],
) {
  const [{ config, backend, users, curve }] = runs;
  const files = about ? `\`${data.file}\` and \`${about}\`` : `\`${data.file}\``;
  const kept = minValue === null ? 'all of it' : `ratings of at least ${minValue}`;
  return `
## ${data.title}, ${title} (\`${name}\`)

- Data: ${files}, ${kept}; ${users} users are tested. Protocol: ${protocol.title}.
- ${source === null ? 'Published by nobody by this protocol' : `Published by ${source}`}. ${choices}
- Configuration: ${
    Object.entries(config)
      .map(([field, value]) => `${field} ${value}`)
      .join(', ') || 'none'
  }.
- Backend: ${backend}. Validation of seed ${runs[0].seed}, some of its epochs: ${sketch(curve)}.
`;
}

/** A dozen points of a curve at most. */
function sketch(curve: readonly number[]): string {
  const step = Math.max(1, Math.ceil(curve.length / 12));
  const points = curve.map((value, epoch) => `${epoch + 1}: ${digits(value)}`);
  return points
    .filter((_point, epoch) => epoch % step === 0 || epoch === curve.length - 1)
    .join(', ');
}

const digits = (value: number): string => value.toFixed(4).replace(/^0/, '');
