import type { Findings } from './realm';
import { relativeError } from './statistics';

/** How far two libraries are apart: the largest relative errors, null where there is nothing to compare. */
export interface Agreement {
  readonly loss: number | null;
  readonly gradient: number | null;
}

/** Relative errors above which two libraries do not compute the same. */
const tolerance = { loss: 1e-4, gradient: 1e-3 };

/**
 * How far ours is from what a peer found, in the gradients that both have. @throws Error
 * when that is too far, for then their times have nothing to do with each other
 */
export function compare(ours: Findings, peer: Findings): Agreement {
  const loss = relativeError(ours.loss, peer.loss);
  if (!(loss <= tolerance.loss)) throw new Error(`The loss differs from ours by ${loss}.`);
  const gradients = Object.entries(peer.gradients).map(([name, expected]) => {
    const error = relativeError(ours.gradients[name], expected);
    if (error <= tolerance.gradient) return error;
    throw new Error(`The gradient of “${name}” differs from ours by ${error}.`);
  });
  return { loss, gradient: largest(gradients) };
}

/** The worst of several. */
export function worst(agreements: readonly Agreement[]): Agreement {
  return {
    loss: largest(agreements.map(({ loss }) => loss)),
    gradient: largest(agreements.map(({ gradient }) => gradient)),
  };
}

function largest(errors: readonly (number | null)[]): number | null {
  const numbers = errors.filter((error) => error !== null);
  return numbers.length > 0 ? Math.max(...numbers) : null;
}
