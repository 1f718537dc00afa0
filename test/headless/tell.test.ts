import { expect, test } from 'vitest';
import { listen, tell } from '../../src/headless/tell';

test('nobody hears anything until someone listens', () => {
  const heard: string[] = [];
  tell('before');
  listen((line) => heard.push(line));
  tell('after');
  expect(heard).toEqual(['after']);
});
