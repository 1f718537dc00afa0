import { expect, test } from 'vitest';
import { createAnswers } from '../../src/worker/answers';

/** A call that is answered when it is told to be. */
function slow() {
  let answer = () => {};
  const given = new Promise<void>((resolve) => (answer = resolve));
  return { call: () => given, answer: () => answer() };
}

test('all answers are given once the last is, one that failed too', async () => {
  const answers = createAnswers();
  await answers.given();
  const [first, second] = [slow(), slow()];
  const calls = answers.counting({
    first: first.call,
    second: second.call,
    failing: () => Promise.reject(new Error('no')),
  });
  const asked = [calls.first(), calls.second()];
  await expect(calls.failing()).rejects.toThrow('no');
  let isGiven = false;
  const given = answers.given().then(() => (isGiven = true));
  first.answer();
  await asked[0];
  expect(isGiven).toBe(false);
  second.answer();
  await given;
});
