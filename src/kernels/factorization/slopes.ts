import { lossCode } from './loss';

/** Scores of the candidates of all events, which become the slopes of the mean loss. */
export interface Scored {
  readonly events: number;
  /** `[own + shared, events]` */
  readonly scores: Float32Array;
  /** Items: those of the events' own candidates, `[own, events]`, then the shared ones. */
  readonly itemOf: Int32Array;
  readonly targets: Float32Array;
}

/** Turns scores into slopes, in place, and gives the sum of the losses. */
export function toSlopes(scored: Scored, loss: number): number {
  const { events } = scored;
  let sum = 0;
  for (let event = 0; event < events; event++) {
    if (loss === lossCode['sampled-softmax']) sum += softmaxLoss(scored, event);
    else if (loss === lossCode.bpr) sum += bprLoss(scored, event);
    else sum += pointwiseLoss(scored, event, loss);
  }
  return sum;
}

function bprLoss({ events, scores }: Scored, event: number): number {
  const ahead = scores[event] - scores[events + event];
  const slope = -1 / (1 + Math.exp(ahead)) / events;
  scores[event] = slope;
  scores[events + event] = -slope;
  return softplus(-ahead);
}

function pointwiseLoss({ events, scores, targets }: Scored, event: number, loss: number): number {
  const score = scores[event];
  const target = targets[event];
  if (loss === lossCode.bce) {
    scores[event] = (1 / (1 + Math.exp(-score)) - target) / events;
    return softplus(score) - target * score;
  }
  scores[event] = (2 * (score - target)) / events;
  return (score - target) ** 2;
}

function softmaxLoss({ events, scores, itemOf, targets }: Scored, event: number): number {
  const chosen = itemOf[event];
  const score = scores[event] - targets[event];
  scores[event] = score;
  let highest = score;
  for (let at = event + events, s = events; at < scores.length; at += events, s++) {
    scores[at] = itemOf[s] === chosen ? -1e30 : scores[at] - targets[s];
    highest = Math.max(highest, scores[at]);
  }
  let sum = 0;
  for (let at = event; at < scores.length; at += events) {
    scores[at] = Math.exp(scores[at] - highest);
    sum += scores[at];
  }
  for (let at = event; at < scores.length; at += events) scores[at] /= sum * events;
  scores[event] -= 1 / events;
  return highest + Math.log(sum) - score;
}

/** log(1 + exp(x)), exact where exp(x) overflows or vanishes. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
