import { describeModels } from '../engine/models/registry';

/** `models`: every model there is, with its fields. */
export async function modelsCommand(): Promise<unknown> {
  return describeModels();
}
