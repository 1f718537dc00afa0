/** What the tests of embedded lists share. */
import type { Locator } from 'playwright-core';

/** The items of a list, once it is there. */
export async function itemsIn(list: Locator): Promise<(string | null)[]> {
  await list.locator('[data-item]:not([data-item=""])').first().waitFor();
  return list
    .locator('[data-item]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-item')));
}
