import type { DatasetInfo, PublishedFigure } from '../../api';
import type { Exam } from './exams';

/** What keeps a published figure from being held against an exam. */
export type Obstacle = 'data' | 'split' | 'minValue' | 'kCore';

/** The first thing that differs, or null where data, split and filters agree: no figure has a k-core. */
export function obstacleTo(
  { data, split, minValue }: PublishedFigure,
  dataset: DatasetInfo,
  { run }: Exam,
): Obstacle | null {
  if (data.hash !== dataset.hash) return 'data';
  if (split === null || split !== run.split?.protocol) return 'split';
  if (minValue !== run.request.minValue) return 'minValue';
  return (run.request.kCore ?? null) === null ? null : 'kCore';
}
