import type { EpochReport, Headline } from '../../api';
import type { Curve } from '../charts/curves';

/** Loss against the left axis, what validation is judged by against the right one. */
export function learningCurves(
  epochs: readonly EpochReport[],
  metric: Headline,
  { loss, validation }: Readonly<Record<'loss' | 'validation', string>>,
): readonly Curve[] {
  const x = epochs.map(({ epoch }) => epoch);
  const y = epochs.map((report) => report.loss ?? null);
  return [{ label: loss, axis: 'left', x, y }, validationCurve(epochs, metric, validation)];
}

/** What validation is judged by, against the right axis. */
export function validationCurve(
  epochs: readonly EpochReport[],
  metric: Headline,
  label: string,
): Curve {
  const x = epochs.map(({ epoch }) => epoch);
  return { label, axis: 'right', x, y: epochs.map(({ validation }) => validation[metric] ?? null) };
}
