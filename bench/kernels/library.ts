import type { Problem, ProblemKind, ProblemOf } from './problems';
import type { Contender, Setting, Library } from './realm';

/** Makes a contender for one kind of problem. */
export type MakeContender<K extends ProblemKind> = (
  problem: ProblemOf<K>,
) => Contender | Promise<Contender>;

/** What a library has to show, kind by kind; what is missing it cannot do. */
export type Contenders = { readonly [K in ProblemKind]?: MakeContender<K> };

/** A library of these contenders. */
export function defineLibrary(
  start: (setting: Setting) => Promise<string>,
  contenders: Contenders,
): Library {
  return {
    start,
    async contender(problem: Problem) {
      const make = contenders[problem.kind] as MakeContender<ProblemKind> | undefined;
      if (!make) throw new Error(`There is nothing here for ${problem.kind}.`);
      return make(problem);
    },
  };
}
