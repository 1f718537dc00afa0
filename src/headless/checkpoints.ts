import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainingProgress } from '../engine/training/train';
import { decodeTraining, type TrainingCheckpoint } from '../engine/training/training-checkpoint';
import { readIfThere } from './files';

/** A checkpoint is written this often, in ms. */
const checkpointEvery = 30_000;

/** Where a long training keeps its last checkpoint. */
export interface CheckpointFile {
  read(): Promise<TrainingCheckpoint | null>;
  /** Replaces the file as a whole, at most every 30 s: it is never half written. */
  write(progress: TrainingProgress): Promise<void>;
}

/** The file of a training called `name` in a folder. */
export async function keepIn(folder: string, name: string): Promise<CheckpointFile> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.safetensors`);
  let last = performance.now();
  return {
    async read() {
      const stored = await readIfThere(file);
      return stored && decodeTraining(stored);
    },
    async write(progress) {
      if (performance.now() - last < checkpointEvery) return;
      const bytes = new Uint8Array(await (await progress.checkpoint()).arrayBuffer());
      await writeFile(`${file}.new`, bytes);
      await rename(`${file}.new`, file);
      last = performance.now();
    },
  };
}
