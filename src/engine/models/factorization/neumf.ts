import { whole } from '../fields';
import { defineModel } from '../model';
import { productMatch, startProduct, startTower, towerMatch } from './match';
import { fitMatching, matchingMemory, startTables } from './fit-matching';
import { matchingFields, towerFields } from './matching-fields';
import { foldInMatching, scoreMatching } from './score-matching';

const product = productMatch({ users: 'users', items: 'items' });
const tower = towerMatch({ users: 'users.tower', items: 'items.tower' });
const matches = [product, tower];

/**
 * GMF and MLP, each with vectors of its own, score together: half of each, as the paper joins
 * what was trained apart with α = 0.5. While they are trained apart, each follows its own loss.
 */
export const neuMf = defineModel({
  name: 'neumf',
  title: 'Neural matrix factorization (NeuMF)',
  family: 'factorization',
  source: 'He et al. (2017), https://arxiv.org/abs/1708.05031',
  needs: [],
  fineTunes: 'onRequest',
  fields: {
    ...matchingFields(),
    ...towerFields,
    pretraining: whole(
      'Pre-training',
      'Epochs in which GMF and MLP learn by themselves before they learn together.',
      0,
      0,
      1000,
    ),
  },

  memory: (train, config) => matchingMemory(train, config, 2),

  fit: (train, config, context) =>
    fitMatching(train, config, context, {
      matches,
      start: (random) => ({
        ...startTables(train, config.dim, product, random),
        ...startTables(train, config.dim, tower, random),
        ...startProduct(config.dim, random),
        ...startTower(config.dim, config, random),
      }),
      apart: config.pretraining,
    }),

  foldIn: (weights, queries) => foldInMatching(matches, weights, queries),

  score: (weights, users) => scoreMatching(matches, weights, users),
});
