import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

export type AdamAttributes = Readonly<Record<'rate' | 'beta1' | 'beta2' | 'epsilon', number>>;

/** One step of Adam in one pass: the new weight, mean and square of `[weight, gradient, mean, square]`. */
export function adamForward(
  host: Host,
  inputs: readonly TensorInfo[],
  { rate, beta1, beta2, epsilon }: AdamAttributes,
): TensorInfo[] {
  const outputs = [0, 0, 0].map(() => host.make(inputs[0].shape));
  const [weight, gradient, mean, square] = inputs.map((input) => host.numbers(input));
  const [newWeight, newMean, newSquare] = outputs.map((output) => host.numbers(output));
  for (let i = 0; i < weight.length; i++) {
    const g = gradient[i];
    const m = beta1 * mean[i] + (1 - beta1) * g;
    const v = beta2 * square[i] + (1 - beta2) * g * g;
    newMean[i] = m;
    newSquare[i] = v;
    newWeight[i] = weight[i] - (rate * m) / (Math.sqrt(v) + epsilon);
  }
  return outputs;
}
