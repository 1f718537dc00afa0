import { expect, test } from 'vitest';
import { metricBetween, scoreOf } from '../../../src/engine/evaluation/judge';
import { judgedBy } from '../../../src/engine/models/feedback';
import { findModel } from '../../../src/engine/models/registry';

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

test.each([
  ['ease', 'popularity', 'ndcg@10'],
  ['mmoe', 'ease', 'ndcg@10'],
  ['biased-mf', 'bias', 'rmse'],
  ['mmoe', 'mmoe-ratings', 'rmse'],
  ['biased-mf', 'ease', null],
  ['mmoe-likes', 'bias', null],
])('%s and %s can be compared by %s', (own, other, metric) => {
  expect(metricBetween(findModel(own), findModel(other))).toBe(metric);
  expect(metricBetween(findModel(other), findModel(own))).toBe(metric);
});
