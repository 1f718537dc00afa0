import { lookUp } from './messages';
import type { Messages } from './messages';

/** `ndcg@10` as a person reads it. */
export function metricName(key: string, { metrics }: Messages): string {
  const [name, cutoff] = key.split('@');
  const word = lookUp(metrics, name, name);
  return cutoff === undefined ? word : `${word}@${cutoff}`;
}
