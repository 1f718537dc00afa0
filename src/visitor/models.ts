import { failure } from '../errors';
import type { Model } from '../engine/models/model';

/** Every model that a bundle may hold, each fetched only where it serves. To add one: a line here. */
export const servable: Readonly<Record<string, () => Promise<Model>>> = {
  random: async () => (await import('../engine/models/classical/random')).random,
  popularity: async () => (await import('../engine/models/classical/popularity')).popularity,
  'popularity-7-days': async () =>
    (await import('../engine/models/classical/popularity')).popularity7Days,
  'popularity-genres': async () =>
    (await import('../engine/models/classical/popularity')).popularityGenres,
  content: async () => (await import('../engine/models/content/content')).content,
  'item-knn': async () => (await import('../engine/models/classical/item-knn')).itemKnn,
  rp3beta: async () => (await import('../engine/models/classical/rp3beta')).rp3Beta,
  ease: async () => (await import('../engine/models/classical/ease')).ease,
  als: async () => (await import('../engine/models/classical/als')).als,
  blend: async () => (await import('../engine/models/ensemble/blend')).blend,
  bias: async () => (await import('../engine/models/classical/bias')).bias,
  'biased-mf': async () => (await import('../engine/models/factorization/biased-mf')).biasedMf,
  'bpr-mf': async () => (await import('../engine/models/factorization/bpr-mf')).bprMf,
  gmf: async () => (await import('../engine/models/factorization/gmf')).gmf,
  mlp: async () => (await import('../engine/models/factorization/mlp')).mlp,
  neumf: async () => (await import('../engine/models/factorization/neumf')).neuMf,
  fm: async () => (await import('../engine/models/content/fm')).fm,
  deepfm: async () => (await import('../engine/models/content/deepfm')).deepFm,
  'two-tower': async () => (await import('../engine/models/content/two-tower')).twoTower,
  'mult-vae': async () => (await import('../engine/models/autoencoder/mult-vae')).multVae,
  'auto-rec': async () => (await import('../engine/models/autoencoder/auto-rec')).autoRec,
  'light-gcn': async () => (await import('../engine/models/graph/light-gcn')).lightGcn,
  gnn: async () => (await import('../engine/models/graph/gnn')).gnn,
  kgcn: async () => (await import('../engine/models/graph/kgcn')).kgcn,
  mmoe: async () => (await import('../engine/models/multitask/mmoe')).mmoe,
  'mmoe-likes': async () => (await import('../engine/models/multitask/mmoe')).mmoeLikes,
  'mmoe-ratings': async () => (await import('../engine/models/multitask/mmoe')).mmoeRatings,
  gru4rec: async () => (await import('../engine/models/sequence/gru4rec')).gru4Rec,
  lstm4rec: async () => (await import('../engine/models/sequence/lstm4rec')).lstm4Rec,
  'sequential-rules': async () =>
    (await import('../engine/models/sequence/sequential-rules')).sequentialRules,
  fpmc: async () => (await import('../engine/models/sequence/fpmc')).fpmc,
  caser: async () => (await import('../engine/models/sequence/caser')).caser,
  bert4rec: async () => (await import('../engine/models/sequence/bert4rec')).bert4Rec,
  din: async () => (await import('../engine/models/sequence/din')).din,
  sasrec: async () => (await import('../engine/models/sequence/sasrec')).sasRec,
};

/** @throws BundleError */
export async function fetchModel(name: string): Promise<Model> {
  if (Object.hasOwn(servable, name)) return servable[name]();
  const why = `The bundle is of a model, “${name}”, that this worker does not know.`;
  throw failure('BundleError', `${why} Serve the worker of the version that wrote the bundle.`);
}
