import { describe, expect, test } from 'vitest';
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
