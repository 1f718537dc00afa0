/** A line of the interaction log, field by field, for when it comes from outside. */
import type { Action, ShownList } from '../../api';
import * as is from '../checks';

export const isAction = is.shape<Action>({
  dataset: is.text,
  item: is.text,
  kind: is.oneOf('rate', 'like', 'dislike', 'click', 'hide', 'clear'),
  value: is.orNull(is.number),
  at: is.number,
  shown: is.optional(
    is.shape<NonNullable<Action['shown']>>({ list: is.text, propensity: is.number }),
  ),
});

export const isExplorer = is.oneOf('epsilon-greedy', 'thompson');

export const isShownList = is.shape<ShownList>({
  id: is.text,
  dataset: is.text,
  recommender: is.text,
  at: is.number,
  items: is.listOf(is.text),
  propensities: is.listOf(is.number),
  explorer: is.optional(isExplorer),
});
