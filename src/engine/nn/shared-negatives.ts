import * as tf from '../../kernels/tensor';

/** What positions are scored as. */
export interface PositionScores {
  /** Of what came next: `[positions]` */
  readonly next: tf.Tensor;
  /** Of the negatives: `[positions, negatives]` */
  readonly others: tf.Tensor;
  /** 1, and 0 where a negative is what came next: `[positions, negatives]` */
  readonly counted: tf.Tensor;
}

/**
 * The power β to which gBCE raises the probability of what came next: 1 for plain binary
 * cross-entropy at `calibration` 0, and α, the share of all other items that is drawn, at 1.
 * Petrov & Macdonald (2023), https://arxiv.org/abs/2308.07192
 */
export function calibrationPower(negatives: number, items: number, calibration: number): number {
  const share = Math.min(1, negatives / Math.max(1, items - 1));
  return share * (calibration * (1 - 1 / share) + 1 / share);
}

/**
 * `-(β ln σ(s⁺) + Σ ln(1 - σ(s⁻))) / (k + 1)` of each position, `[positions]`. It is computed
 * in logarithms, where the source needs numbers of 64 bits.
 */
export function calibratedLosses(
  { next, others, counted }: PositionScores,
  power: number,
): tf.Tensor {
  const [, negatives]: number[] = others.shape;
  const against = tf.sum(tf.mul(tf.softplus(others), counted), 1);
  const inFavour = tf.mul(tf.softplus(tf.neg(next)), power);
  return tf.div(tf.add(inFavour, against), negatives + 1);
}

/** How much BPR-max keeps the scores of negatives small. */
const scoreL2 = 1;

/**
 * `-ln Σ p σ(s⁺ - s⁻) + λ Σ p s⁻²` of each position, `[positions]`, where `p` is the softmax
 * of the negatives' scores. Hidasi & Karatzoglou (2018), https://arxiv.org/abs/1706.03847
 */
export function bprMaxLosses({ next, others, counted }: PositionScores): tf.Tensor {
  const hidden = tf.mul(tf.sub(counted, 1), hide);
  const weights = tf.softmax(tf.add(others, hidden));
  const won = tf.sigmoid(tf.sub(tf.expandDims(next, 1), others));
  const ranked = tf.neg(tf.log(tf.add(tf.sum(tf.mul(weights, won), 1), smallest)));
  const squares = tf.sum(tf.mul(weights, tf.square(others)), 1);
  return tf.add(ranked, tf.mul(squares, scoreL2));
}

/** What takes a score out of a softmax, and what a logarithm is kept above. */
const [hide, smallest] = [1e9, 1e-12];
