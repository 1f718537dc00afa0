import { describe, expect, test } from 'vitest';
import { models } from '../../../src/engine/models/registry';
import { messages } from '../../../src/ui/messages';

/** Every path to a word, and the word; models and fields aside: they have English words of their own. */
function wordsOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value)
    .filter(([key]) => path !== '' || !['fields', 'models'].includes(key))
    .flatMap(([key, inner]) => wordsOf(inner, `${path}.${key}`));
}

describe.each(Object.entries(messages))('%s', (_language, table) => {
  test('says the same things as English', () => {
    const paths = (words: unknown) => wordsOf(words).map(([path]) => path);
    expect(paths(table)).toEqual(paths(messages.en));
  });

  test('leaves nothing unsaid', () => {
    const said = wordsOf(table).map(([, word]) =>
      typeof word === 'function' ? word('1', '2', '3', '4') : word,
    );
    expect(said.filter((word) => typeof word !== 'string' || word.trim() === '')).toEqual([]);
  });

  test('names a label and a help for each field', () => {
    for (const { label, help } of Object.values(table.fields)) {
      expect([label, help].every((word) => word !== '')).toBe(true);
    }
    expect(table.fields).toBeTypeOf('object');
  });
});

test('every model and every field of one has a name in Chinese', () => {
  const { zh } = messages;
  const fields = new Set(models.flatMap((model) => Object.keys(model.fields)));
  expect([...fields].filter((name) => !Object.hasOwn(zh.fields, name))).toEqual([]);
  expect(models.filter(({ name }) => !Object.hasOwn(zh.models, name))).toEqual([]);
});
