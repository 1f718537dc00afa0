import { decodeCheckpoint, type Checkpoint } from './checkpoint';
import { Recommender } from './recommender';
import { findModel } from './registry';

/** What a file holds, on the device. @throws CheckpointError, NotFoundError */
export async function readRecommender(file: Blob): Promise<Recommender> {
  return recommenderOf(await decodeCheckpoint(file));
}

/** Puts a checkpoint of any model that there is onto the device. @throws NotFoundError */
export function recommenderOf({ model, ...learned }: Checkpoint): Recommender {
  return Recommender.of(findModel(model), learned);
}

/** What comes of work with a checkpoint on the device, which is freed after it. @throws NotFoundError */
export async function withRecommender<T>(
  checkpoint: Checkpoint,
  work: (recommender: Recommender) => Promise<T>,
): Promise<T> {
  const recommender = recommenderOf(checkpoint);
  try {
    return await work(recommender);
  } finally {
    recommender.dispose();
  }
}
