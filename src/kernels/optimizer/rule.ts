/**
 * How weights follow their gradients. `adam` with a `decay` is AdamW. Kingma & Ba (2015),
 * https://arxiv.org/abs/1412.6980; Loshchilov & Hutter (2019), https://arxiv.org/abs/1711.05101;
 * Duchi et al. (2011), https://jmlr.org/papers/v12/duchi11a.html
 */
export interface Rule {
  readonly name: 'adam' | 'adagrad' | 'sgd';
  /** Length of a step; for Adam already corrected for the first steps. */
  readonly rate: number;
  /** Share of a weight that vanishes in a step, whatever its gradient. */
  readonly decay: number;
  /** How much of the running mean, and of that of the squares, stays; Adam's alone. */
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** How many numbers each rule remembers for a weight; the kernels know a rule by it. */
export const momentsOf: Readonly<Record<Rule['name'], 0 | 1 | 2>> = { adam: 2, adagrad: 1, sgd: 0 };

/** A rule as attributes of a kernel. */
export type RuleNumbers = Omit<Rule, 'name'> & { readonly moments: number };

/** The same as the uniforms of `rule.wgsl`, in their order. */
export function ruleFloats({ rate, decay, beta1, beta2, epsilon }: RuleNumbers): number[] {
  return [rate, decay, beta1, beta2, epsilon];
}
