import { readFile } from 'node:fs/promises';
import { failure } from '../errors';
import type { Arguments } from './arguments';
import { evaluateCommand } from './evaluate';

/** What `evaluate --card` writes, as far as it is verified. */
type Card = Omit<Awaited<ReturnType<typeof evaluateCommand>>, 'runs' | 'compared' | 'against'>;

/**
 * How far a metric may be off on another device, as a share of the larger of it and 1:
 * numbers of 32 bits add up in another order there, and what is learned from them drifts
 * apart, but by less than it does between two seeds. On the same device nothing may differ.
 */
const driftAllowed = 0.01;

/** `verify`: evaluates again as a card says, and holds the metrics against it; exit 1 where they differ. */
export async function verifyCommand(given: Arguments): Promise<unknown> {
  const card = await readCard(given.card);
  const again = await evaluateCommand(asOnCard(given, card));
  const isSameDevice = again.backend === card.backend && again.adapter === card.adapter;
  const tolerance = isSameDevice ? 0 : driftAllowed;
  const differences = Object.entries(card.metrics).map(([metric, value]) => ({
    metric,
    card: value,
    again: again.metrics[metric],
    difference: Math.abs(again.metrics[metric] - value) / Math.max(1, Math.abs(value)),
  }));
  const largest = differences.reduce((a, b) => (b.difference > a.difference ? b : a));
  const same = {
    data: isSameData(again, card),
    split: again.split.hash === card.split.hash,
    metrics: differences.every(({ difference }) => difference <= tolerance),
  };
  const holds = Object.values(same).every(Boolean);
  if (!holds) process.exitCode = 1;
  const [ours, theirs] = [again, card].map(({ version, backend, adapter }) => ({
    version,
    backend,
    adapter,
  }));
  return { holds, same, tolerance, largest, card: theirs, again: ours, testReads: again.testReads };
}

/** The same interactions, and the same facts beside them; cards from before do not say those. */
function isSameData({ dataset }: Card, { dataset: { hash, sideHash } }: Card): boolean {
  return dataset.hash === hash && (sideHash === undefined || dataset.sideHash === sideHash);
}

/** @throws InputError */
async function readCard(file: string): Promise<Card> {
  if (!file) throw failure('ConfigError', 'Say which card to verify: --card FILE.');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Card;
  } catch (cause) {
    throw failure('InputError', `There is no card to read in “${file}”.`, cause);
  }
}

/** What was typed, with the model, the protocol and the seeds of the card. */
function asOnCard(given: Arguments, { model, split, backend }: Card): Arguments {
  return {
    ...given,
    card: '',
    compare: [],
    resume: null,
    model: model.name,
    set: Object.fromEntries(Object.entries(model.config).map(([k, value]) => [k, String(value)])),
    protocol: split.protocol,
    seeds: split.seeds,
    minValue: split.minValue,
    kCore: split.kCore ?? null,
    backend: given.backend ?? backend,
  };
}
