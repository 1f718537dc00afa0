import { readFile } from 'node:fs/promises';
import { failure } from '../../errors';
import type { Recommender as Learned } from '../../engine/models/recommender';
import { readRecommender } from '../../engine/models/saved';
import { recommendAfter, type Said } from '../recommend';
import { computeOn } from './device';
import type { Recommender, RecommendOptions } from './types';

/** @throws InputError, CheckpointError, NotFoundError, DeviceError */
export async function open(file: string | Uint8Array): Promise<Recommender> {
  const bytes = typeof file === 'string' ? await read(file) : file;
  await computeOn();
  return toRecommender(await readRecommender(new Blob([new Uint8Array(bytes)])));
}

async function read(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause) => {
    throw failure('InputError', `There is no file “${path}” to read.`, cause);
  });
}

/** A recommender as programs see it. */
export function toRecommender(learned: Learned): Recommender {
  return {
    model: learned.model.name,
    config: learned.config,
    items: learned.items.ids,
    recommend: ({ history, k = 10, diversity = 0 }) =>
      recommendAfter(history.map(toSaid), learned, { k, diversity }),
    toFile: async () => new Uint8Array(await (await learned.save()).arrayBuffer()),
    dispose: () => learned.dispose(),
  };
}

function toSaid(entry: RecommendOptions['history'][number]): Said {
  if (typeof entry !== 'object') return { item: String(entry), rating: null };
  return { item: String(entry.item), rating: entry.rating ?? null };
}
