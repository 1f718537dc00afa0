import type { Dataset } from '../data/dataset';
import type { Config, Model, NumberField } from '../models/model';

/** What a training takes, before it starts. */
export interface Preflight {
  /** Bytes at its peak, roughly. */
  readonly bytes: number;
  /** Bytes that are counted on. */
  readonly room: number;
  /** Where that is too much: fields to change so that it fits, and what it then takes; null where none help. */
  readonly instead: Sized | null;
}

/** What every device is counted on to have: 1 GB. */
export const room = 1e9;

/** Fields that take room, what costs least to give up first. */
const costly = ['batchSize', 'negatives', 'length', 'dim', 'width', 'hidden', 'layers'] as const;

/** What fitting `model` to `dataset` takes, and what would fit where that is more than there is. */
export function preflight(model: Model, dataset: Dataset, config: Config): Preflight {
  const bytes = model.memory(dataset, config);
  if (bytes <= room) return { bytes, room, instead: null };
  let smaller: Sized = { config, bytes };
  for (const name of costly) {
    const field = model.fields[name];
    if (smaller.bytes <= room || !field || 'choices' in field) continue;
    const halves = halvings(Number(config[name]), field).map((value): Sized => {
      const tried = { ...smaller.config, [name]: value };
      return { config: tried, bytes: model.memory(dataset, tried) };
    });
    smaller = chooseFrom([smaller, ...halves]);
  }
  const fits = smaller.bytes <= room;
  return { bytes, room, instead: fits ? changes(config, smaller) : null };
}

interface Sized {
  readonly config: Config;
  readonly bytes: number;
}

/** To give up a field must take off this share at least, for it to be worth that. */
const worthwhile = 0.1;

/** The first that fits; or else the first that takes hardly more than the last; or the first of all. */
function chooseFrom(tried: readonly Sized[]): Sized {
  const least = tried[tried.length - 1].bytes;
  if (least > (1 - worthwhile) * tried[0].bytes) return tried[0];
  const enough = Math.max(room, least * (1 + worthwhile));
  return tried.find(({ bytes }) => bytes <= enough)!;
}

/** Half of a value, half of that, and so on, down to the least that the field takes. */
function halvings(value: number, { min, whole }: NumberField): number[] {
  const halves: number[] = [];
  for (let half = value; half > min;) {
    half = Math.max(min, whole ? Math.floor(half / 2) : half / 2);
    halves.push(half);
  }
  return halves;
}

function changes(before: Config, { config, bytes }: Sized): Sized {
  const changed = Object.entries(config).filter(([name, value]) => value !== before[name]);
  return { config: Object.fromEntries(changed), bytes };
}
