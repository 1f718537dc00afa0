import { expect, test } from 'vitest';
import { chooseModel } from '../../../src/engine/training/auto';
import { reasons } from '../../../src/ui/messages/reasons';
import { datasetOf, type Event } from '../../fixtures/events';

const events = Array.from({ length: 1_200 }, (_zero, i): Event => [i % 30, (7 * i) % 50, i]);
const { facts, reason } = chooseModel(datasetOf(events));
const choice = { model: 'ease', facts, reason };

test('in English is what the engine says', () => expect(reasons.en(choice)).toBe(reason));

test.each([
  ['timeless', /1,200 次交互/],
  ['short', /30 位用户/],
  ['little', /1,200 次交互/],
  ['elsewhere', /别处.*50 个物品/],
  [null, /1,200 次交互/],
] as const)(
  'in Chinese is one sentence with the numbers that decided (%s)',
  (disorder, numbers) => {
    const said = reasons.zh({ ...choice, facts: { ...facts, disorder, unused: ['graph'] } });
    expect(said).toMatch(numbers);
    expect(said).toMatch(/^[^。]*不使用知识图谱。$/);
  },
);
