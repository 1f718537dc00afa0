import { expect, test } from 'vitest';
import { judgedBy, scoreOf } from '../../../src/engine/evaluation/judge';

const metrics = { 'ndcg@10': 0.3, rmse: 0.9 };

test('a model of choices is judged by its ranking', () => {
  expect(judgedBy({ needs: ['timestamps'] })).toBe('ndcg@10');
  expect(scoreOf({ needs: [] }, metrics)).toBe(0.3);
});

test('a model of ratings is judged by its error, of which less is better', () => {
  expect(judgedBy({ needs: ['ratings'] })).toBe('rmse');
  expect(scoreOf({ needs: ['ratings'] }, metrics)).toBe(-0.9);
});

test('a model whose scores say what is liked is judged by its ranking', () => {
  expect(judgedBy({ needs: ['ratings'], scores: 'likes' })).toBe('ndcg@10');
});
