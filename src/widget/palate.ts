import { failure } from '../errors';
import type { LoggedEvent, VisitorEvent } from '../visitor-api';
import { firstPalate } from './client';
import type { Palate } from './client';

/** What the visitor did, for the first recommender of the page, whatever made it. */
export const palate = {
  async log(event: VisitorEvent): Promise<void> {
    return first().log(event);
  },
  async events(): Promise<readonly LoggedEvent[]> {
    return first().events();
  },
  async forget(): Promise<void> {
    return first().forget();
  },
};

function first(): Palate {
  const found = firstPalate();
  if (found) return found;
  throw failure(
    'EmbedError',
    'There is no recommender on this page yet. Add a <palate-recs> with the attribute "src", or call createPalate.',
  );
}
