import type { Cause, ExplainRequest, Explained, ItemCard } from '../api';
import { explain } from '../engine/serving/explain';
import { createRandom } from '../kernels/random';
import { cardOf } from './library';
import { standsOf } from './opinions';
import { toQuery, type Asking } from './recommend';

/** The lots by which orders are drawn: the same question has the same answer. */
const seed = 1;

/** Why an item scores as it does for someone, by their own history. @throws UnknownIdError */
export async function explainItem(
  asking: Asking,
  { who, item }: Pick<ExplainRequest, 'who' | 'item'>,
): Promise<Explained> {
  const { recommender, dataset, actions } = asking;
  const { query } = toQuery(who, asking);
  const { history } = query;
  const index = recommender.items.indexOf(item);
  const explanation = await explain(recommender, query, index, createRandom(seed));
  const { events, values, attention, ...rest } = explanation;
  const cardAt = (event: number): ItemCard =>
    cardOf(dataset, dataset.items.indexOf(recommender.items.ids[history.items[event]]));
  const stands = new Map(
    who === 'you' ? standsOf(actions).map((stand) => [stand.item, stand] as const) : [],
  );
  const causes = Array.from(events, (event, i): Cause => {
    const id = recommender.items.ids[history.items[event]];
    const { kind = null, value = null } = stands.get(id) ?? {};
    return { ...cardAt(event), kind, value, added: values[i] };
  });
  causes.sort((a, b) => Math.abs(b.added) - Math.abs(a.added));
  const attended =
    attention && Array.from(attention, (share, event) => ({ ...cardAt(event), share }));
  attended?.sort((a, b) => b.share - a.share);
  return { ...rest, causes, entries: history.items.length, attention: attended };
}
