import { expect, test } from 'vitest';
import { toLines } from '../../src/headless/print';

test('what is empty is left out', () => {
  const fields = { dim: { default: 8, choices: [] } };
  const model = { name: 'ease', needs: [], choiceNeeds: { ranker: [] }, newItems: null, fields };
  expect(toLines(model)).toEqual(['name: ease', 'fields:', '  dim:', '    default: 8']);
});

test('nought and no are something', () => {
  expect(toLines({ seed: 0, refitted: false })).toEqual(['seed: 0', 'refitted: false']);
});
