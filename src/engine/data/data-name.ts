import type { FilePlan } from './plan';

/** What data read by `plans` are called: the files of interactions, or the archives they came in. */
export function dataName(plans: readonly FilePlan[]): string {
  const names = plans
    .filter(({ kind }) => kind === 'interactions')
    .map(({ name, archive }) => archive?.replace(/\.zip$/i, '') ?? name);
  return [...new Set(names)].join(' + ');
}
