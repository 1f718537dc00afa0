import type { FilePreview } from '../api';

/** Whether there are rows of which a person can say what they hold. */
export function isTable({ rows }: FilePreview): boolean {
  return rows.length > 0;
}

/** Whether `previews` are enough for an import: one of them at least has interactions. */
export function isUsable(previews: readonly FilePreview[]): boolean {
  return previews.some(({ plan, problem }) => plan.kind === 'interactions' && !problem);
}

/** Whether one of `previews` is the list of one person. */
export function hasList(previews: readonly FilePreview[]): boolean {
  return previews.some(({ plan }) => plan.kind === 'personal');
}

/** Whether `previews` are lists of one person, with nothing of a community beside them. */
export function isListOnly(previews: readonly FilePreview[]): boolean {
  return hasList(previews) && !isUsable(previews);
}

/**
 * Whether `previews` leave nothing to ask where a list waits for titles: those are there, and all
 * files are of a known kind, but for what an archive holds besides, with columns that have names
 * (an archive's are known) and times of a known zone.
 */
export function isBeyondDoubt(previews: readonly FilePreview[]): boolean {
  const hasTitles = previews.some(({ plan }) => plan.roles.title !== undefined);
  return hasTitles && isUsable(previews) && previews.every(isClear);
}

function isClear({ plan, problem, times }: FilePreview): boolean {
  if (plan.kind === 'unknown') return plan.archive !== undefined;
  const isNamed = plan.header || plan.archive !== undefined;
  return problem === null && isNamed && !times?.isLocal;
}

/** Why `previews` are not enough: in the words of the first that has a problem. */
export function whyUnusable(previews: readonly FilePreview[]): string {
  const reason = previews.find(({ problem }) => problem)?.problem;
  if (reason) return reason;
  const names = previews.map(({ plan }) => plan.name).join(', ');
  return `Nothing in ${names} says who chose what. Add a file of ratings or other interactions.`;
}
