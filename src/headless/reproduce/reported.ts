import { mlLatestSmall, ml100k, ml1m, ml1mSequences } from '../../engine/evaluation/published';
import { recallLost } from '../../engine/evaluation/retrieval';
import { findModel } from '../../engine/models/registry';
import { fullLeaveOneOut } from './protocols';
import type { Figure } from './figures';

/** What reads the order of histories, and beside it what does not. */
const simpleSequences = ['sequential-rules', 'fpmc'];
const sequences = [...simpleSequences, 'caser', 'gru4rec', 'lstm4rec', 'sasrec', 'bert4rec', 'din'];
const simple = ['popularity', 'item-knn', 'ease'];

const defaults = 'One training, with the model’s default settings';
const interval = 'The interval is over the users.';

/** Models beside each other by one protocol, by which nobody has published them. */
export const reported: readonly Figure[] = [
  ...[...simple, ...sequences].map((model) => reportOf('ml-100k', ml100k, model)),
  ...[...simple, ...sequences].map((model) => reportOf('ml-latest-small', mlLatestSmall, model)),
  ...[...simple, ...simpleSequences, 'caser'].map((model) => reportOf('ml-1m', ml1m, model)),
  {
    ...reportOf('ml-1m', ml1m, 'din'),
    set: { epochs: 12 },
    choices: `${defaults}, but 12 epochs at most: each takes minutes on two cores. ${interval}`,
  },
  ...[...simple, 'sequential-rules'].map((model) =>
    reportOf('ml-1m-sequences', ml1mSequences, model),
  ),
  ...describedFigures('ml-100k', ml100k, 'ml-100k/u.item'),
  ...describedFigures('ml-latest-small', mlLatestSmall, 'ml-latest-small/movies.csv'),
];

/** Models that are told of items what `about` says, genres and years, beside who chose what. */
function describedFigures(name: string, data: Figure['data'], about: string): readonly Figure[] {
  const described = (model: string) => ({ ...reportOf(name, data, model), about });
  const stages = described('two-stage');
  const metrics = { ...stages.metrics, [recallLost]: null };
  return [
    described('feature-attention'),
    { ...stages, metrics },
    {
      ...{ ...stages, metrics, name: `${stages.name}-of-order` },
      title: 'Two stages that read the order, the last item',
      set: { retriever: 'sequential-rules', ranker: 'sasrec' },
    },
  ];
}

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
    choices: `${defaults}. ${interval}`,
  };
}
