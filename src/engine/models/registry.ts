import { failure } from '../../errors';
import { als } from './classical/als';
import { bias } from './classical/bias';
import { biasedMf } from './factorization/biased-mf';
import { bprMf } from './factorization/bpr-mf';
import { content } from './content/content';
import { ease } from './classical/ease';
import { gmf } from './factorization/gmf';
import { mlp } from './factorization/mlp';
import { neuMf } from './factorization/neumf';
import { deepFm } from './content/deepfm';
import { fm } from './content/fm';
import { twoTower } from './content/two-tower';
import { itemKnn } from './classical/item-knn';
import { blend } from './ensemble/blend';
import { twoStage } from './ensemble/two-stage';
import { gnn } from './graph/gnn';
import { kgcn } from './graph/kgcn';
import { lightGcn } from './graph/light-gcn';
import { lstm4Rec } from './sequence/lstm4rec';
import { judgedBy } from './feedback';
import { completeConfig, type ChoiceNeeds, type Model } from './model';
import { popularity, popularity7Days, popularityGenres } from './classical/popularity';
import { mmoe, mmoeLikes, mmoeRatings } from './multitask/mmoe';
import { random } from './classical/random';
import { autoRec } from './autoencoder/auto-rec';
import { multVae } from './autoencoder/mult-vae';
import { rp3Beta } from './classical/rp3beta';
import { userKnn } from './classical/user-knn';
import { sasRec } from './sequence/sasrec';
import { gru4Rec } from './sequence/gru4rec';
import { bert4Rec } from './sequence/bert4rec';
import { caser } from './sequence/caser';
import { din } from './sequence/din';
import { featureAttention } from './sequence/feature-attention';
import { fpmc } from './sequence/fpmc';
import { sequentialRules } from './sequence/sequential-rules';

/** Every model there is, simplest first. To add one: its file, and a line here. */
export const models: readonly Model[] = [
  random,
  popularity,
  popularity7Days,
  popularityGenres,
  content,
  userKnn,
  itemKnn,
  rp3Beta,
  ease,
  als,
  blend,
  bias,
  biasedMf,
  bprMf,
  gmf,
  mlp,
  neuMf,
  fm,
  deepFm,
  twoTower,
  multVae,
  autoRec,
  lightGcn,
  gnn,
  kgcn,
  mmoe,
  mmoeLikes,
  mmoeRatings,
  sequentialRules,
  fpmc,
  lstm4Rec,
  gru4Rec,
  caser,
  sasRec,
  bert4Rec,
  din,
  featureAttention,
  twoStage,
];

/** What each model is, without what it does: data that can cross to a page or be printed. */
export function describeModels() {
  return models.map((model) => {
    const { name, title, family, source, needs, fields } = model;
    const { fineTunes = null, newItems = null } = model;
    const more = {
      judgedBy: judgedBy(model),
      choiceNeeds: needsByChoice(model),
      fineTunes,
      newItems,
    };
    return { name, title, family, source, needs, fields, ...more };
  });
}

/** What a model whose parts can be chosen needs with each choice, by field and choice. */
function needsByChoice({ fields, needsFor }: Model): ChoiceNeeds {
  if (!needsFor) return {};
  const choices = Object.entries(fields).flatMap(([name, field]) =>
    'choices' in field ? [{ name, choices: field.choices }] : [],
  );
  const needs = (name: string, choice: string) =>
    needsFor(completeConfig(fields, { [name]: choice }));
  return Object.fromEntries(
    choices.map(({ name, choices }) => [
      name,
      Object.fromEntries(choices.map((choice) => [choice, needs(name, choice)])),
    ]),
  );
}

/** @throws NotFoundError */
export function findModel(name: string): Model {
  const model = models.find((candidate) => candidate.name === name);
  if (model) return model;
  const names = models.map((candidate) => candidate.name).join(', ');
  throw failure('NotFoundError', `There is no model “${name}”; there are: ${names}.`);
}
