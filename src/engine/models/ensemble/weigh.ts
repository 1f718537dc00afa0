/** What each member scores an item that was chosen, and others that were not: `[members]` each. */
export interface Choice {
  readonly chosen: readonly number[];
  readonly others: readonly (readonly number[])[];
}

/** Sweeps over all members at most, and the step below which they have arrived. */
const [sweeps, smallestStep] = [30, 1e-5];
/** Pulls weights gently to 0, so that they are bounded where a member is always right. */
const ridge = 1e-3;

/**
 * The weights, none negative, of the members' votes that make `choices` most likely where an
 * item is chosen by a softmax of the weighted votes: McFadden (1974), a multinomial logit.
 * The likelihood is concave, so Newton steps along one weight after the other reach its top.
 */
export function weighChoices(choices: readonly Choice[], members: number): Float32Array {
  const weights = new Float32Array(members).fill(1 / members);
  let farthest = Infinity;
  for (let sweep = 0; sweep < sweeps && farthest > smallestStep; sweep++) {
    farthest = 0;
    for (let member = 0; member < members; member++) {
      const { slope, curvature } = shapeAlong(member, weights, choices);
      const before = weights[member];
      const step = (slope - ridge * before) / (curvature + ridge);
      weights[member] = Math.max(0, before + step);
      farthest = Math.max(farthest, Math.abs(weights[member] - before));
    }
  }
  return weights;
}

/** How likely each of `items`, of which all votes are known, is to be chosen among them. */
function chancesOf(items: readonly (readonly number[])[], weights: Float32Array): number[] {
  const votes = items.map((item) => item.reduce((sum, vote, i) => sum + weights[i] * vote, 0));
  const highest = Math.max(...votes);
  const odds = votes.map((vote) => Math.exp(vote - highest));
  const total = odds.reduce((sum, odd) => sum + odd, 0);
  return odds.map((odd) => odd / total);
}

/** First derivative of the mean log-likelihood along one weight, and minus its second. */
function shapeAlong(member: number, weights: Float32Array, choices: readonly Choice[]) {
  let [slope, curvature] = [0, 0];
  for (const { chosen, others } of choices) {
    const items = [chosen, ...others];
    const chances = chancesOf(items, weights);
    const mean = items.reduce((sum, item, i) => sum + chances[i] * item[member], 0);
    const square = items.reduce((sum, item, i) => sum + chances[i] * item[member] ** 2, 0);
    slope += chosen[member] - mean;
    curvature += square - mean ** 2;
  }
  const count = Math.max(choices.length, 1);
  return { slope: slope / count, curvature: curvature / count };
}
