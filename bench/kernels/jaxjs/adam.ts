import { numpy as np, tree } from '@jax-js/jax';

/** What Adam remembers of weights `W`. */
export type Moments<W> = {
  mean: W;
  square: W;
  /** `β₁` and `β₂` to the power of the steps so far: `[2]` */
  decay: np.Array;
};

const [rate, beta1, beta2, epsilon] = [0.001, 0.9, 0.999, 1e-8];

/** One dense step of Adam; takes its arguments, and gives new arrays. */
export function adam<W extends Record<string, np.Array>>(
  weights: W,
  moments: Moments<W>,
  gradients: W,
): { weights: W; moments: Moments<W> } {
  const decay = moments.decay.mul(np.array([beta1, beta2]));
  const [decay1, decay2] = np.unstack(np.array(1).sub(decay.ref));
  const mean = map2(moments.mean, tree.ref(gradients), (m, g) =>
    m.mul(beta1).add(g.mul(1 - beta1)),
  );
  const square = map2(moments.square, gradients, (s, g) =>
    s.mul(beta2).add(np.square(g).mul(1 - beta2)),
  );
  const direction = map2(tree.ref(mean), tree.ref(square), (m, s) =>
    m.div(decay1.ref).div(np.sqrt(s.div(decay2.ref)).add(epsilon)),
  );
  tree.dispose([decay1, decay2]);
  const stepped = map2(weights, direction, (weight, to) => weight.sub(to.mul(rate)));
  return { weights: stepped, moments: { mean, square, decay } };
}

function map2<W extends Record<string, np.Array>>(
  a: W,
  b: W,
  change: (a: np.Array, b: np.Array) => np.Array,
): W {
  return Object.fromEntries(Object.keys(a).map((name) => [name, change(a[name], b[name])])) as W;
}
