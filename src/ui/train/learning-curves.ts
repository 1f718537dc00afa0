import type { EpochReport, Headline } from '../../api';
import type { Curve } from '../charts/line-chart';

/** Loss against the left axis, what validation is judged by against the right one. */
export function learningCurves(
  epochs: readonly EpochReport[],
  metric: Headline,
  { loss, validation }: Readonly<Record<'loss' | 'validation', string>>,
): readonly Curve[] {
  const x = epochs.map(({ epoch }) => epoch);
  return [
    { label: loss, axis: 'left', x, y: epochs.map((report) => report.loss ?? null) },
    {
      label: validation,
      axis: 'right',
      x,
      y: epochs.map((report) => report.validation[metric] ?? null),
    },
  ];
}
