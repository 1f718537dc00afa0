import { defineModel } from '../model';
import { startTower, towerMatch } from './match';
import { fitMatching, matchingMemory, startTables } from './fit-matching';
import { matchingFields, towerFields } from './matching-fields';
import { foldInMatching, scoreMatching } from './score-matching';

const matches = [towerMatch({ users: 'users', items: 'items' })];

/** A network of layers learns how a user's and an item's vectors match. */
export const mlp = defineModel({
  name: 'mlp',
  title: 'Multi-layer perceptron (MLP)',
  family: 'factorization',
  source: 'He et al. (2017), https://arxiv.org/abs/1708.05031',
  needs: [],
  fineTunes: 'onRequest',
  fields: { ...matchingFields(), ...towerFields },

  memory: (train, config) => matchingMemory(train, config, 1),

  fit: (train, config, context) =>
    fitMatching(train, config, context, {
      matches,
      start: (random) => ({
        ...startTables(train, config.dim, matches[0], random),
        ...startTower(config.dim, config, random),
      }),
      apart: 0,
    }),

  foldIn: (weights, queries) => foldInMatching(matches, weights, queries),

  score: (weights, users) => scoreMatching(matches, weights, users),
});
