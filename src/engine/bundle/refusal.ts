import { failure } from '../../errors';

/** A bundle that cannot be used: which of its files is to blame, why, and what to do about it. */
export function refusal(
  file: string,
  why: string,
  remedy = 'Export the bundle again, and publish all of its files as they were written.',
  cause?: unknown,
): Error {
  return failure('BundleError', `The bundle’s ${file} ${why}. ${remedy}`, cause);
}
