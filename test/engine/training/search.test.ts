import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../src/engine/models/model';
import { completeConfig } from '../../../src/engine/models/model';
import { models } from '../../../src/engine/models/registry';
import { drawTrial } from '../../../src/engine/training/search';
import { createRandom } from '../../../src/kernels/random';

const words = { label: 'A field', help: 'It sets something.' };
const fields: Fields = {
  rate: { default: 0.001, min: 0.0001, max: 1, ...words },
  l2: { default: 0.01, min: 0, max: 1, ...words },
  decay: { default: 0, min: 0, max: 1, ...words },
  dropout: { default: 0.2, min: 0, max: 0.9, ...words },
  layers: { default: 2, min: 1, max: 8, whole: true, ...words },
  loss: { default: 'bpr', choices: ['bpr', 'bce'], ...words },
  epochs: { default: 30, min: 1, max: 1000, whole: true, ...words },
};
const random = createRandom(1);
const drawn = Array.from({ length: 2000 }, (_zero, i) => drawTrial(fields, i + 1, {}, random));
const shareOf = (isSo: (config: (typeof drawn)[number]) => boolean): number =>
  drawn.filter(isSo).length / drawn.length;

describe('a search', () => {
  test('begins with the defaults', () => {
    expect(drawTrial(fields, 0, {}, random)).toEqual(completeConfig(fields, {}));
  });

  test('draws by order of magnitude where the range spans two decades', () => {
    expect(shareOf(({ rate }) => Number(rate) < 0.01)).toBeCloseTo(0.5, 1); // the middle of 4 decades
    expect(shareOf(({ l2 }) => Number(l2) < 0.01)).toBeCloseTo(0.5, 1); // from 0.0001, as it begins at 0
    expect(Math.min(...drawn.map(({ l2 }) => Number(l2)))).toBeGreaterThanOrEqual(0.0001);
  });

  test('draws mostly small numbers where the default is 0', () => {
    expect(shareOf(({ decay }) => Number(decay) < 1 / 16)).toBeCloseTo(0.5, 1);
  });

  test('draws evenly from a narrow range', () => {
    expect(shareOf(({ layers }) => Number(layers) <= 4)).toBeCloseTo(0.5, 1);
    expect(drawn.every(({ layers }) => Number.isInteger(layers))).toBe(true);
  });

  test('draws each choice as often, and leaves the epochs to validation', () => {
    expect(shareOf(({ loss }) => loss === 'bce')).toBeCloseTo(0.5, 1);
    expect(new Set(drawn.map(({ epochs }) => epochs))).toEqual(new Set([30]));
  });

  test('keeps what is fixed, and draws the rest as if it were not', () => {
    const fixed = drawTrial(fields, 7, { rate: 0.5 }, random);
    expect(fixed).toEqual({ ...drawn[6], rate: 0.5 });
    expect(drawTrial(fields, 0, { loss: 'bce' }, random).loss).toBe('bce');
  });

  test('is the same for a seed, and another for another', () => {
    expect(drawTrial(fields, 3, {}, createRandom(1))).toEqual(drawn[2]);
    expect(drawTrial(fields, 3, {}, createRandom(2))).not.toEqual(drawn[2]);
  });
});

test.each(models.map((model) => [model.name, model] as const))(
  'every trial of %s is within its fields',
  (_name, model) => {
    for (let trial = 0; trial < 30; trial++) {
      const config = drawTrial(model.fields, trial, {}, random);
      expect(completeConfig(model.fields, config)).toEqual(config);
    }
  },
);
