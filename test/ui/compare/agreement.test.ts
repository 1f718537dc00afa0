import { expect, test } from 'vitest';
import type { DatasetInfo, PublishedFigure, RunInfo } from '../../../src/api';
import { obstacleTo } from '../../../src/ui/compare/agreement';
import type { Exam } from '../../../src/ui/compare/exams';

const figure: PublishedFigure = {
  name: 'figure',
  title: 'BPR',
  model: 'bpr-mf',
  data: { title: 'Data', file: 'data', hash: 'same' },
  minValue: 3,
  split: 'random',
  protocol: 'random',
  metrics: {},
  source: '',
};
const dataset = { hash: 'same' } as DatasetInfo;
const exam = (protocol: string, minValue: number | null, kCore?: number): Exam => ({
  hash: '',
  metric: 'ndcg@10',
  entries: [],
  run: { split: { protocol, hash: '' }, request: { minValue, kCore } } as unknown as RunInfo,
});

test('a published figure agrees where data, split and filters do', () => {
  expect(obstacleTo(figure, dataset, exam('random', 3))).toBeNull();
  expect(obstacleTo(figure, { ...dataset, hash: 'other' }, exam('random', 3))).toBe('data');
  expect(obstacleTo(figure, dataset, exam('temporal', 3))).toBe('split');
  expect(obstacleTo({ ...figure, split: null }, dataset, exam('random', 3))).toBe('split');
  expect(obstacleTo(figure, dataset, exam('random', null))).toBe('minValue');
  expect(obstacleTo(figure, dataset, exam('random', 3, 5))).toBe('kCore');
});
