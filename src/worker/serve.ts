import type { Controls, ServeRequest, ServedList } from '../api';
import { knownItems, type Vocabulary } from '../engine/data/vocabulary';
import { serve } from '../engine/serving/serve';
import type { Shelf } from '../engine/serving/shelf';
import { createRandom } from '../kernels/random';
import { cardOf } from './library';
import { toQuery, type Asking } from './recommend';

/** The list that is asked for, without a name. @throws UnknownIdError when there is no such user */
export async function serveList(
  asking: Asking,
  shelf: Shelf,
  { who, exclude = [], k, controls, seed }: ServeRequest,
): Promise<Omit<ServedList, 'id'>> {
  const { recommender, dataset } = asking;
  const { query, hidden } = toQuery(who, asking);
  const [scores] = await recommender.score([query]);
  const excluded = knownItems([...exclude, ...hidden], recommender.items);
  for (const item of [...query.history.items, ...excluded]) scores[item] = -Infinity;
  const wanted = toIndices(controls, recommender.items);
  const { items, leftOut, ...served } = serve(scores, k, shelf, wanted, createRandom(seed));
  return {
    items: Array.from(items, (item, rank) => ({
      ...cardOf(dataset, dataset.items.indexOf(recommender.items.ids[item])),
      score: served.scores[rank],
      place: served.places[rank],
      propensity: served.propensities[rank],
      by: served.by[rank],
      isNew: served.isNew[rank],
    })),
    leftOut,
    named: [...new Set([...wanted.pinned, ...wanted.boosted, ...wanted.lessLike])].map((item) =>
      cardOf(dataset, dataset.items.indexOf(recommender.items.ids[item])),
    ),
  };
}

function toIndices(controls: Controls<string>, items: Vocabulary): Controls<number> {
  return {
    ...controls,
    boosted: knownItems(controls.boosted, items),
    pinned: knownItems(controls.pinned, items),
    lessLike: knownItems(controls.lessLike, items),
  };
}
