import { expect, test } from 'vitest';
import { createInterpreter } from '../../../src/ui/messages/interpreter';

const say = createInterpreter({
  '{1} is empty.': '{1} 是空的。',
  '{1} in {2} is empty.': '{2} 中的 {1} 是空的。',
  'Is it (really) so?': '真的吗？',
  'Choose another.': '请另选一个。',
  'It needs {1}.': '它需要{1:words}。',
  'Damaged: {1}': '已损坏：{1:words}',
  items: '物品',
});

test.each([
  ['whole', 'Choose another.', '请另选一个。'],
  ['with what it is about', 'a.csv is empty.', 'a.csv 是空的。'],
  ['by the sentence that fits best', 'a.csv in b.zip is empty.', 'b.zip 中的 a.csv 是空的。'],
  ['sentence by sentence', 'a.csv is empty. Choose another.', 'a.csv 是空的。请另选一个。'],
  ['whatever its signs', 'Is it (really) so?', '真的吗？'],
  [
    'with a message in it',
    'Damaged: a is empty. Choose another.',
    '已损坏：a 是空的。请另选一个。',
  ],
])('a message is said %s', (_how, message, said) => expect(say(message)).toBe(said));

test.each(['a (1).*+?^${b}|[c]\\.csv', '$& $1 {1}', 'Dr. No. Part 2.csv', 'two\nlines', '<b>', ''])(
  'what it is about stays as it is: %j',
  (name) => expect(say(`${name} is empty. Choose another.`)).toBe(`${name} 是空的。请另选一个。`),
);

test('words in a hole are said only where they are ours', () => {
  expect(say('It needs items.')).toBe('它需要物品。');
  expect(say('items is empty.')).toBe('items 是空的。');
  expect(say('It needs luck.')).toBe('它需要luck。');
  expect(say('It needs luck.', { luck: '运气' })).toBe('它需要运气。');
});

test.each(['The moon is in the way.', 'a.csv is empty. The moon is in the way.', 'toString', ''])(
  'a message that is not known stays as it is: %j',
  (message) => expect(say(message)).toBe(message),
);
