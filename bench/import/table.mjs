/** What was measured, as a table in Markdown and what does not go into it. */
export function table(results) {
  const rows = [head, head.map(() => '---'), ...results.map(cellsOf)];
  return [
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    ...results.map(({ files, palate }) => `${files}: ${JSON.stringify(palate)}`),
    ...results.flatMap(({ cancelled = [] }) => cancelled.map(describeCancel)),
  ].join('\n');
}

const head = [
  'files',
  'rows',
  'PapaParse, rows/s',
  'Palate, read',
  'Palate, stored',
  'seconds',
  'renderer, MiB',
  'whole browser',
  'longest task, ms',
  'opened again',
  'BPR, one epoch',
];

function cellsOf({ files, papa, palate }) {
  const { rows, readSeconds, seconds, reopened, training } = palate;
  if (palate.refusal) return [files, `refused: ${palate.refusal}`];
  return [
    files,
    rows.toLocaleString('en'),
    papa ? rate(papa.rows, papa.seconds) : '–',
    rate(rows, readSeconds),
    rate(rows, seconds),
    seconds.toFixed(1),
    palate.rendererMiB,
    palate.browserMiB,
    palate.longestTaskMs || '< 50',
    `${reopened.seconds.toFixed(0)} s, ${reopened.rendererMiB} MiB`,
    training ? `${training.seconds.toFixed(0)} s, ${training.rendererMiB} MiB` : '–',
  ];
}

function rate(rows, seconds) {
  return `${Math.round(rows / seconds / 1000).toLocaleString('en')}k`;
}

function describeCancel({ phase, ms, files, datasets, beforeMiB, afterMiB }) {
  const left = `${files + datasets} records left`;
  return `Cancelled while ${phase}: stopped after ${ms} ms, ${left}, renderer ${beforeMiB} MiB then ${afterMiB} MiB`;
}
