/** What a recommender is asked, and what it answers. */
import type { Controls } from '../engine/serving/controls';
import type { Reason } from '../engine/serving/filter';
import type { HistoryEntry, ItemCard } from './items';
import type { Opinion } from './log';

export type { Controls, Explorer, NewWish } from '../engine/serving/controls';
export type { Reason } from '../engine/serving/filter';

export interface Recommendation extends ItemCard {
  readonly score: number;
}

export interface RecommendRequest {
  readonly recommender: string;
  /**
   * Who is asking: a user of the dataset, the person at the screen (from the
   * interaction log), or a stranger with this history, oldest first. Ids the
   * model never met are ignored.
   */
  readonly who: { readonly user: string } | 'you' | { readonly history: readonly HistoryEntry[] };
  readonly exclude?: readonly string[];
  readonly k: number;
}

/** A list as its controls want it. */
export interface ServeRequest extends RecommendRequest {
  readonly controls: Controls<string>;
  /** Of the lots that exploration draws. */
  readonly seed: number;
}

export interface ServedItem extends Recommendation {
  /** Where it would be without controls, from 0. */
  readonly place: number;
  /** The chance that it had of its place, given those above it. */
  readonly propensity: number;
  readonly by: 'score' | 'pin' | 'lot';
  /** Whether nobody chose it yet, so that it is judged by what is known of it alone. */
  readonly isNew: boolean;
}

export interface ServedList {
  readonly id: string;
  readonly items: readonly ServedItem[];
  /** How many items were left out for which reason. */
  readonly leftOut: Readonly<Record<Reason, number>>;
  /** The items that the controls name. */
  readonly named: readonly ItemCard[];
}

export interface ExplainRequest extends Pick<RecommendRequest, 'recommender' | 'who'> {
  readonly item: string;
}

/** What an entry of a history adds to a score; below 0 it spoke against. */
export interface Cause extends ItemCard {
  /** What was said of it; null for what a user of the data chose. */
  readonly kind: Opinion['kind'] | null;
  readonly value: number | null;
  readonly added: number;
}

/** Why an item scores as it does: what the causes add, and `base`, sum to `score`. */
export interface Explained {
  /** By the formula of the model, or else by sampled Shapley values. */
  readonly exact: boolean;
  /** Strongest first. */
  readonly causes: readonly Cause[];
  /** Entries of the history: there may be more than causes, which are the most recent ones then. */
  readonly entries: number;
  readonly score: number;
  readonly base: number;
  /**
   * What the model attended to, the most first, to judge the item, or to find what comes next,
   * whatever it is: where it looked, and not what that adds. Null of a model that does not attend.
   */
  readonly attention: readonly Attended[] | null;
}

/** An entry of a history, and its share of a model's attention, `[0, 1]`. */
export interface Attended extends ItemCard {
  readonly share: number;
}

/** What people of like mind liked, with no sign of who they are. */
export interface PeopleLikeYou {
  readonly people: number;
  /** With how many of them liked each: at least five. */
  readonly items: readonly (ItemCard & { readonly likedBy: number })[];
}

/** An item near another on a map, and how alike they are: at most 1. */
export interface Neighbour extends ItemCard {
  readonly likeness: number;
}

export interface ListCalls {
  recommend(request: RecommendRequest): Promise<readonly Recommendation[]>;
  /** The same under controls, and what they did. */
  serve(request: ServeRequest): Promise<ServedList>;
  /** Divides a score among the history behind it, as a stranger's would be. */
  explain(request: ExplainRequest): Promise<Explained>;
  peopleLike(request: Pick<RecommendRequest, 'recommender' | 'who'>): Promise<PeopleLikeYou>;
  /** What to ask a newcomer next, of whom `unknown` is not known; null when there is nothing. */
  question(recommender: string, unknown: readonly string[]): Promise<ItemCard | null>;
  /**
   * Items whose title has all words, but for typing errors: the nearest first, and of those
   * the most chosen and, where a recommender is named, those that suit your taste.
   */
  searchItems(
    dataset: string,
    text: string,
    limit: number,
    recommender?: string,
  ): Promise<readonly ItemCard[]>;
  /** Of each of `items`, the `k` others that the model finds most like it, the nearest first. */
  neighbours(
    recommender: string,
    items: readonly string[],
    k: number,
  ): Promise<readonly (readonly Neighbour[])[]>;
}
