import { inGroups } from '../../kernels/lists';
import { failure } from '../../errors';
import { createRandom, type Random } from '../../kernels/random';
import {
  filterEvents,
  historyOf,
  strangerWith,
  takeEvents,
  type Dataset,
  type History,
} from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import { mean } from '../evaluation/accuracy';
import { evaluate } from '../evaluation/evaluate';
import { headline } from '../evaluation/judge';
import type { Checkpoint } from '../models/checkpoint';
import { withRecommender } from '../models/saved';
import { fineTune, type Tuned, type TuningOptions } from './fine-tune';

/** What came of learning on from one person. */
export interface Lesson {
  /** Null where it was rolled back, and what was there before goes on serving. */
  readonly learned: Tuned | null;
  /** Mean NDCG@10 of the others whom it is validated by, before and after. */
  readonly before: number;
  readonly after: number;
  /** How many they are. */
  readonly others: number;
}

/** How much must have been liked: what came after what cannot be learned from less. */
export const leastLiked = 2;

/** The share of their NDCG@10 that others may lose by a lesson. */
const tolerance = 0.05;

/** Those whom a lesson is validated by, at most, and how many of them are asked between turns. */
const [mostOthers, atOnce] = [200, 50];

/**
 * Learns on from what one person liked, and rolls that back where it makes the lists of others
 * worse by more than a twentieth. A test of significance would let far greater losses pass: one
 * item is sought of each of the others, which makes their mean a noisy one.
 *
 * The validation is by others, from whom the lesson rehearses nothing: of each the newest
 * interaction is sought, by folding in those before it. It is not by the person: one rank of one
 * item says nothing, and to hold out more would keep from the lesson what it is there for. What
 * lessons are worth to people themselves, `personalise` measures over many of them. What serves
 * may have met the others' newest interactions before, so the two means tell what was forgotten,
 * and not how good it is. `own` and `community` hold preferences; what the person did not like is
 * left out, since models of choices would take it for one. @throws DataError where they liked
 * too little, and what `fineTune` throws
 */
export async function giveLesson(
  checkpoint: Checkpoint,
  own: History,
  community: Dataset,
  options: TuningOptions,
): Promise<Lesson> {
  const lesson = liked(own);
  if (lesson.items.length < leastLiked) {
    throw failure('DataError', 'Like or rate two titles at least, for the model to learn from.');
  }
  const holdouts = newestOfOthers(community, createRandom(options.seed).fork(1));
  const validators = new Set(holdouts.map(({ user }) => user));
  const rest = filterEvents(community, (event) => !validators.has(community.userOf[event]));
  const learned = await fineTune(checkpoint, lesson, rest, options);
  const [before, after] = [
    await judge(checkpoint, holdouts, community, options),
    await judge(learned.checkpoint, holdouts, community, options),
  ];
  const isWorse = after < (1 - tolerance) * before;
  return { learned: isWorse ? null : learned, before, after, others: holdouts.length };
}

/** What can be learned of a history: the part that speaks in favour. */
export function liked(history: History): History {
  const events = Array.from(history.items.keys()).filter((event) => history.values[event] > 0);
  return takeEvents(history, events);
}

/** At most half of those who did two things or more, each with the newest to be found. */
function newestOfOthers(community: Dataset, random: Random): Holdout[] {
  const able = Array.from({ length: community.users.size }, (_zero, user) => user).filter(
    (user) => community.offsets[user + 1] - community.offsets[user] > 1,
  );
  const count = Math.min(mostOthers, Math.floor(able.length / 2));
  return Array.from(random.shuffle(able).slice(0, count), (user) => {
    const whole = historyOf(community, user);
    const last = whole.items.length - 1;
    const history = takeEvents(whole, Array.from(whole.items.keys()).slice(0, last));
    const relevant = new Map([[whole.items[last], whole.values[last]]]);
    return { user, query: strangerWith(history), relevant };
  });
}

/** Mean NDCG@10 of the others. */
function judge(
  checkpoint: Checkpoint,
  holdouts: readonly Holdout[],
  community: Dataset,
  { signal, turn }: TuningOptions,
): Promise<number> {
  return withRecommender(checkpoint, async (recommender) => {
    const values: number[] = [];
    for (const group of inGroups(holdouts, atOnce)) {
      await turn?.();
      const { perUser } = await evaluate(recommender, group, community, { signal });
      values.push(...perUser[headline]);
    }
    return mean(Float64Array.from(values));
  });
}
