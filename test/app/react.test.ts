import { expect, test } from 'vitest';
import { buildReact } from '../../demo/build-react.mjs';
import { makeBundle } from '../../demo/make-bundle.mjs';
import { serveSites } from '../../demo/sites.mjs';
import { itemsIn } from './embedded';
import { launch, openApp } from './harness';

test('React sets its properties and hears its events', async () => {
  const made = await makeBundle();
  buildReact(made);
  const sites = await serveSites(made, { palate: 0, shop: 0, blog: 0 });
  const browser = await launch({ webGpu: false });
  const shelf = await openApp(await browser.newContext(), '', `${sites.shop}/react/`);
  const list = shelf.page.locator('palate-recs');
  const [, item] = await itemsIn(list);
  const card = list.locator(`[data-item="${item}"]`);
  const title = await card.locator('[part="title"]').textContent();
  await card.locator('[part="card"]').click();
  await expect.poll(() => shelf.page.locator('h1').textContent()).toBe(`You chose ${title}`);
  await shelf.page.locator('button', { hasText: 'Show it no more' }).click();
  await expect.poll(() => itemsIn(list)).not.toContain(item);
  expect(shelf.complaints).toEqual([]);
  await browser.close();
  await sites.close();
});
