import { mlLatestSmall, ml100k, ml1m, ml1mSequences } from '../../engine/evaluation/published';
import { findModel } from '../../engine/models/registry';
import { fullLeaveOneOut } from './protocols';
import type { Figure } from './figures';

/** What reads the order of histories, and beside it what does not. */
const simpleSequences = ['sequential-rules', 'fpmc'];
const sequences = [...simpleSequences, 'caser', 'gru4rec', 'lstm4rec', 'sasrec', 'bert4rec', 'din'];
const simple = ['popularity', 'item-knn', 'ease'];

/** Models beside each other by one protocol, by which nobody has published them. */
export const reported: readonly Figure[] = [
  ...[...simple, ...sequences].map((model) => reportOf('ml-100k', ml100k, model)),
  ...[...simple, ...sequences].map((model) => reportOf('ml-latest-small', mlLatestSmall, model)),
  ...[...simple, ...simpleSequences, 'caser', 'din'].map((model) => reportOf('ml-1m', ml1m, model)),
  ...[...simple, 'sequential-rules'].map((model) =>
    reportOf('ml-1m-sequences', ml1mSequences, model),
  ),
];

function reportOf(name: string, data: Figure['data'], model: string): Figure {
  return {
    name: `${name}-last-${model}`,
    title: `${findModel(model).title}, the last item`,
    model,
    data,
    minValue: null,
    split: 'leave-one-out',
    protocol: fullLeaveOneOut,
    metrics: { 'ndcg@10': null, 'recall@10': null },
    source: null,
    set: {},
    tolerance: 0,
    seeds: [1],
    choices: 'One training, with the model’s default settings. The interval is over the users.',
  };
}
