import type { DatasetInfo, PublishedFigure } from '../../api';
import type { Exam } from './exams';

/** What keeps a published figure from being held against an exam. */
export type Obstacle = 'data' | 'split' | 'minValue';

/** The first thing that differs, or null where data, split and filter agree. */
export function obstacleTo(
  { data, split, minValue }: PublishedFigure,
  dataset: DatasetInfo,
  { run }: Exam,
): Obstacle | null {
  if (data.hash !== dataset.hash) return 'data';
  if (split === null || split !== run.split?.protocol) return 'split';
  return minValue === run.request.minValue ? null : 'minValue';
}
