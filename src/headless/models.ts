import { models } from '../engine/models/registry';

/** `models`: every model there is, with its fields. */
export async function modelsCommand(): Promise<unknown> {
  return models.map(({ name, title, family, source, needs, fields }) => ({
    name,
    title,
    family,
    source,
    needs,
    fields,
  }));
}
