import { dirname, join } from 'node:path';
import { completeConfig } from '../../engine/models/model';
import { findModel } from '../../engine/models/registry';
import type { Arguments } from '../arguments';
import { keepIn } from '../checkpoints';
import { loadData } from '../files';
import { start } from '../start';
import { tell } from '../tell';
import { findFile } from './data';
import { findFigure } from './figures';
import { readLedger, runsOf, writeText, type Ledger } from './ledger';
import { toMarkdown } from './report';
import { measure, type Run } from './run';
import { verdictsOn } from './verdict';

/**
 * `reproduce NAME`: measures a published figure on each split that was not measured with
 * this configuration before, and rewrites the page after every one. A long training goes on
 * where it was cut off: `--resume FOLDER`.
 */
export async function reproduceCommand(given: Arguments): Promise<unknown> {
  const figure = findFigure(given.subject);
  const page = given.out || 'docs/REPRODUCED.md';
  const file = join(dirname(page), 'reproduced.json');
  const data = [findFile(figure.data.file, given.data)];
  const items = figure.about ? [findFile(figure.about, given.data)] : [];
  const model = findModel(figure.model);
  const config = completeConfig(model.fields, figure.set);
  const { backend } = await start(given);
  const { dataset } = await loadData({ ...given, data, items });
  let ledger = await readLedger(file);
  for (const seed of figure.seeds) {
    const runs = runsOf(ledger, figure.name, config);
    if (runs.some((run) => run.seed === seed)) continue;
    tell(`${figure.title}, split ${seed} of ${figure.seeds.length}`);
    const training = `${figure.name}-${seed}`;
    const checkpoint = given.resume === null ? null : await keepIn(given.resume, training);
    const run = await measure(figure, dataset, { seed, backend, checkpoint });
    ledger = await record({ file, page }, figure.name, [...runs, run]);
  }
  await writeText(page, toMarkdown(ledger));
  const runs = runsOf(ledger, figure.name, config);
  const verdicts = verdictsOn(figure, runs);
  return { name: figure.name, model: { name: model.name, config }, verdicts, runs };
}

/** Writes the runs of a figure down; what another process has measured meanwhile is kept. */
async function record(
  { file, page }: Readonly<Record<'file' | 'page', string>>,
  name: string,
  runs: readonly Run[],
): Promise<Ledger> {
  const ledger = { ...(await readLedger(file)), [name]: runs };
  await writeText(file, `${JSON.stringify(ledger, null, 1)}\n`);
  await writeText(page, toMarkdown(ledger));
  return ledger;
}
