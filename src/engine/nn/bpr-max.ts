import * as tf from '../../kernels/tensor';
import type { SharedNegatives } from '../data/negatives';
import { targetsOf, type NextItemLoss } from './sequence';

/** What positions are scored as. */
interface PositionScores {
  /** Of what came next: `[positions]` */
  readonly next: tf.Tensor;
  /** Of the negatives: `[positions, negatives]` */
  readonly others: tf.Tensor;
  /** 1, and 0 where a negative is what came next: `[positions, negatives]` */
  readonly counted: tf.Tensor;
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

/** Compares what came next with `count` negatives that all positions of a batch share. */
export function bprMax(negatives: SharedNegatives, count: number): NextItemLoss {
  return (states, { items, bias }, batch, random) => {
    const { wanted, shares } = targetsOf(states, batch);
    const drawn = negatives.draw(count, random.bits());
    const next = tf.add(
      tf.sum(tf.mul(states, tf.lookup(items, wanted)), 1),
      tf.lookup(bias, wanted),
    );
    const products = tf.matMul(states, tf.lookup(items, drawn), false, true);
    const others = tf.add(products, tf.lookup(bias, drawn));
    const counted = tf.cast(
      tf.notEqual(tf.tensor2d(wanted, [wanted.length, 1], 'int32'), tf.tensor1d(drawn, 'int32')),
      'float32',
    );
    return tf.sum(tf.mul(bprMaxLosses({ next, others, counted }), tf.tensor1d(shares)));
  };
}
