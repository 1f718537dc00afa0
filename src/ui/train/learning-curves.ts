import type { EpochReport } from '../../api';
import type { Curve } from '../charts/line-chart';

/** Loss against the left axis, validation NDCG@10 against the right one. */
export function learningCurves(
  epochs: readonly EpochReport[],
  loss: string,
  validation: string,
): readonly Curve[] {
  const x = epochs.map(({ epoch }) => epoch);
  return [
    { label: loss, axis: 'left', x, y: epochs.map((report) => report.loss ?? null) },
    {
      label: validation,
      axis: 'right',
      x,
      y: epochs.map((report) => report.validation['ndcg@10'] ?? null),
    },
  ];
}
