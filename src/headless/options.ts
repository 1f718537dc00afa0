import type { ParseArgsConfig } from 'node:util';

/** An option as `parseArgs` reads it, and as the help tells of it. */
interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly default?: string | boolean | string[];
  /** What stands behind it, in the help. */
  readonly value: string;
  readonly says: string;
}

const text = { type: 'string' } as const;
const maybe = { ...text, default: '' } as const;
const several = { ...text, multiple: true, default: [] as string[] } as const;
const flag = { type: 'boolean', default: false, value: '' } as const;

/** Everything that can be typed after the name of a command. */
export const options = {
  data: {
    ...several,
    value: 'FILE…',
    says: 'who chose what, and what is known of items: any file that the page reads',
  },
  items: {
    ...several,
    value: 'FILE…',
    says: 'files that say what items are called',
  },
  columns: {
    ...text,
    value: 'user=0,item=1,…',
    says: 'which column is what, from 0: user, item, value, time, title, year, genres',
  },
  duplicates: {
    ...text,
    default: 'newest',
    value: 'newest|first|mean',
    says: 'what stands where a user has the same item twice',
  },
  'time-zone': {
    ...text,
    default: 'UTC',
    value: 'ZONE',
    says: 'where the clocks hung of times that name no zone, such as Europe/Berlin',
  },
  'min-value': { ...text, value: 'N', says: 'leaves out interactions of a lower value' },
  'k-core': {
    ...text,
    value: 'N',
    says: 'leaves out users and items with fewer interactions',
  },
  model: {
    ...several,
    value: 'NAME…',
    says: 'the model; auto picks one by the data; tune and personalise take several',
  },
  set: {
    ...several,
    value: 'FIELD=VALUE…',
    says: 'fields of the model; “models” lists them',
  },
  protocol: {
    ...text,
    default: 'auto',
    value: 'temporal|leave-one-out|random|k-fold',
    says: 'what is held out; by default what lies latest, where the data have times',
  },
  seed: {
    ...text,
    default: '1',
    value: 'N,…',
    says: 'what chance is drawn from; an evaluation runs once for each',
  },
  seeds: { ...text, value: 'N', says: 'as many runs of an evaluation, of seeds 1 to N' },
  compare: {
    ...several,
    value: 'MODEL…|baselines',
    says: 'models to test beside the chosen one; NAME:field=value sets fields',
  },
  backend: {
    ...text,
    value: 'webgpu|wasm|cpu',
    says: 'what computes; by default the fastest that there is without a graphics card',
  },
  resume: {
    ...text,
    value: 'DIR',
    says: 'keeps checkpoints there, and goes on from them',
  },
  card: {
    ...maybe,
    value: 'FILE',
    says: 'where an evaluation writes its card, and what verify checks',
  },
  out: {
    ...maybe,
    value: 'FILE',
    says: 'where train writes the recommender, tune its trials, and reproduce its page',
  },
  bundle: {
    ...maybe,
    value: 'DIR',
    says: 'where train writes what visitors of a site are served from',
  },
  recommender: { ...maybe, value: 'FILE', says: 'what train has written' },
  history: {
    ...maybe,
    value: 'ITEM:VALUE,…',
    says: 'what is known of whom recommend is for; values may be left out',
  },
  k: { ...text, default: '10', value: 'N', says: 'how many are recommended' },
  diversity: {
    ...text,
    default: '0',
    value: '0..1',
    says: 'how much it counts that recommended items differ from those above them',
  },
  people: {
    ...text,
    default: '200',
    value: 'N',
    says: 'how many personalise holds out at most',
  },
  steps: {
    ...text,
    value: 'N,…',
    says: 'after how many of their interactions it asks what comes next',
  },
  figure: {
    ...maybe,
    value: 'NAME',
    says: 'a published figure, whose model, data and protocol tune takes',
  },
  trials: {
    ...text,
    default: '20',
    value: 'N',
    says: 'configurations that tune tries of each model',
  },
  json: { ...flag, says: 'writes one JSON value and nothing else' },
  help: { ...flag, says: 'says all this' },
} as const satisfies NonNullable<ParseArgsConfig['options']> & Readonly<Record<string, Option>>;

/** Those that may be given several times, `--like this`. */
export const repeatable: readonly string[] = Object.entries<Option>(options)
  .filter(([, { multiple }]) => multiple)
  .map(([name]) => `--${name}`);
