import * as tf from '../../kernels/tensor';

/** How far the score of one pair is from what it should have been. */
export interface Pointwise {
  /** `bce` or `squared` */
  readonly loss: string;
  /** What a squared error compares with the target: `identity`, `sigmoid` or `tanh` of the score. */
  readonly link: string;
}

/** Of the chance `σ(s)`; it has no link. */
export const crossEntropy: Pointwise = { loss: 'bce', link: 'identity' };

const links: Readonly<Record<string, (scores: tf.Tensor) => tf.Tensor>> = {
  identity: (scores) => scores,
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
};

/** The names of the links. */
export const linkNames = Object.keys(links);

/**
 * Losses of `scores` whose `targets` are 1 or 0, both `[pairs]`: the cross-entropy of `σ(s)`,
 * or the squared error of `link(s)`.
 */
export function pointwiseLosses(
  scores: tf.Tensor,
  targets: tf.Tensor,
  { loss, link }: Pointwise,
): tf.Tensor {
  return loss === 'bce'
    ? tf.sub(tf.softplus(scores), tf.mul(scores, targets))
    : tf.square(tf.sub(targets, links[link](scores)));
}
