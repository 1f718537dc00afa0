import { parseArgs } from 'node:util';
import { failure } from '../errors';
import type { DuplicatePolicy, Role } from '../engine/data/plan';
import type { ProtocolName } from '../engine/data/split';
import { usualSteps } from '../engine/training/timelines';
import type { BackendName } from '../kernels/backend';
import { options, repeatable } from './options';

/** What was typed after the command's name. */
export interface Arguments {
  /** What comes before the options, such as the name of a figure; or nothing. */
  readonly subject: string;
  readonly json: boolean;
  readonly data: readonly string[];
  /** Files that say what items are called. */
  readonly items: readonly string[];
  readonly columns: Readonly<Partial<Record<Role, number>>> | null;
  /** What stands of a user's interactions with the same item. */
  readonly duplicates: DuplicatePolicy;
  /** Where the clocks hung that the times are of which do not say so. */
  readonly timeZone: string;
  readonly model: string;
  /** Of a tuning, which takes several: `model` is the first. */
  readonly models: readonly string[];
  /** Fields of the model, as typed. */
  readonly set: Readonly<Record<string, string>>;
  readonly protocol: ProtocolName | 'auto';
  readonly minValue: number | null;
  /** Users and items with fewer interactions are left out; null keeps all. */
  readonly kCore: number | null;
  /** One run of an evaluation for each. */
  readonly seeds: readonly number[];
  readonly backend: BackendName | null;
  /** Folder for the checkpoint of a long evaluation, or null. */
  readonly resume: string | null;
  /** Models to test beside the chosen one. */
  readonly compare: readonly string[];
  readonly out: string;
  /** Folder to write a bundle for visitors into, or nothing. */
  readonly bundle: string;
  readonly recommender: string;
  /** `id` or `id:rating`, apart by commas. */
  readonly history: string;
  readonly k: number;
  /** How much it counts that recommended items differ from those above them, from 0 to 1. */
  readonly diversity: number;
  /** File to write the card of an evaluation to, or to verify. */
  readonly card: string;
  /** How many are held out of a personalisation at most. */
  readonly people: number;
  /** After how many interactions of theirs it is asked what comes next, fewest first. */
  readonly steps: readonly number[];
  /** A published figure whose model, data and protocol a tuning takes. */
  readonly figure: string;
  /** Configurations that a tuning tries of each model. */
  readonly trials: number;
}

/** @throws ConfigError naming the option */
export function parseArguments(typed: readonly string[]): Arguments {
  const { values, positionals } = parse(typed);
  const [subject = '', ...stray] = positionals;
  if (stray.length > 0) throw failure('ConfigError', `What does “${stray[0]}” belong to?`);
  return {
    subject,
    json: values.json,
    data: values.data,
    items: values.items,
    columns: values.columns === undefined ? null : parseColumns(values.columns),
    duplicates: oneOf('duplicates', values.duplicates, policies),
    timeZone: values['time-zone'],
    model: values.model[0] ?? '',
    models: values.model,
    set: Object.fromEntries(values.set.map(parsePair)),
    protocol: oneOf('protocol', values.protocol, protocols),
    minValue: values['min-value'] === undefined ? null : number('min-value', values['min-value']),
    kCore: values['k-core'] === undefined ? null : number('k-core', values['k-core']),
    seeds: values.seeds === undefined ? parseSeeds(values.seed) : firstSeeds(values.seeds),
    backend: values.backend === undefined ? null : oneOf('backend', values.backend, backends),
    resume: values.resume ?? null,
    compare: values.compare,
    out: values.out,
    bundle: values.bundle,
    recommender: values.recommender,
    history: values.history,
    k: number('k', values.k),
    diversity: number('diversity', values.diversity),
    card: values.card,
    people: number('people', values.people),
    steps: values.steps === undefined ? usualSteps : parseSteps(values.steps),
    figure: values.figure,
    trials: number('trials', values.trials),
  };
}

const protocols = ['auto', 'temporal', 'leave-one-out', 'random', 'k-fold'] as const;
const policies = ['newest', 'first', 'mean'] as const;
const backends = ['webgpu', 'wasm', 'cpu'] as const;

function parse(typed: readonly string[]) {
  try {
    // `--set dim=64 layers=1` reads naturally, so what follows such an option belongs to it.
    return parseArgs({ args: repeatOptions(typed), options, strict: true, allowPositionals: true });
  } catch (cause) {
    throw failure('ConfigError', whyRefused(cause), cause);
  }
}

/** In Node’s words, but for an option that it does not know: what those suggest is of no use here. */
function whyRefused(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, unknown] = /^Unknown option '(.+?)'/.exec(message) ?? [];
  return unknown ? `There is no option ${unknown}. “palate help” lists them all.` : message;
}

/** `--data a b` as `--data a --data b`, for options that may be given several times. */
function repeatOptions(typed: readonly string[]): string[] {
  let current = '';
  let values = 0;
  return typed.flatMap((word) => {
    if (word.startsWith('--')) {
      [current, values] = [word, 0];
      return [word];
    }
    values++;
    return values > 1 && repeatable.includes(current) ? [current, word] : [word];
  });
}

/** `--seed 1,2,3` */
function parseSeeds(typed: string): number[] {
  return typed.split(',').map((seed) => number('seed', seed));
}

/** `--steps 0,1,10` */
function parseSteps(typed: string): number[] {
  const steps = typed.split(',').map((step) => number('steps', step));
  if (steps.every((step) => Number.isInteger(step) && step >= 0)) {
    return [...new Set(steps)].sort((a, b) => a - b);
  }
  throw failure('ConfigError', `--steps must be whole numbers from 0; it was “${typed}”.`);
}

/** `--seeds 3` is 1, 2, 3. */
function firstSeeds(typed: string): number[] {
  return Array.from({ length: Math.max(1, number('seeds', typed)) }, (_zero, i) => i + 1);
}

function parsePair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw failure('ConfigError', `“${pair}” should be name=value.`);
}

const roles: readonly Role[] = ['user', 'item', 'value', 'time', 'title', 'year', 'genres'];

function parseColumns(columns: string): Partial<Record<Role, number>> {
  const pairs = columns.split(',').map(parsePair);
  return Object.fromEntries(
    pairs.map(([role, column]) => [oneOf('columns', role, roles), number('columns', column)]),
  );
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  throw failure(
    'ConfigError',
    `--${option} must be one of ${choices.join(', ')}; it was “${value}”.`,
  );
}

function number(option: string, value: string): number {
  if (value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  throw failure('ConfigError', `--${option} must be a number; it was “${value}”.`);
}
