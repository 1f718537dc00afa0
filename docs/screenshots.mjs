/**
 * Makes the pictures of the README anew, from the demo alone:
 *
 *     node docs/screenshots.mjs
 */
import { openApp } from '../scripts/open-app.mjs';

const desktop = { width: 1180, height: 800 };
const phone = { width: 390, height: 780 };

const { address, browser, close } = await openApp();
const page = await browser.newPage({ viewport: desktop, reducedMotion: 'reduce' });
page.setDefaultTimeout(120_000);

await page.goto(address);
await find('device').waitFor();
await find('use-demo').click();
await find('dataset-summary').waitFor();
await take('data');

await find('room-train').click();
await find('model-select').selectOption('bpr-mf');
await find('field-learningRate').fill('0.02');
await find('field-epochs').fill('12');
await find('train').click();
await page.waitForSelector('[data-testid=training-status][data-state=done][aria-busy=false]');
await take('train');

await find('model-select').selectOption('als');
await find('train').click();
await page.waitForSelector('[data-testid=training-status][data-state=done][aria-busy=false]');
await find('room-compare').click();
await find('run-table').locator('tbody tr').nth(1).waitFor();
await take('compare');

await find('room-you').click();
await find('recommender-select').selectOption({ index: 1 });
for (const title of ['Alien', 'Blade Runner', 'The Matrix']) {
  await find('you-search').fill(title);
  const found = find('you-results').locator('li', { hasText: title }).first();
  await found.locator('[data-testid=you-rate][data-value="5"]').click();
  await find('you-opinions').locator('li', { hasText: title }).first().waitFor();
}
await find('you-search').fill('');
await find('recommendations').locator('[data-testid=look]').first().click();
await find('causes').waitFor();
await take('you');
await find('recommendations').locator('[data-testid=look]').first().click();

await find('room-map').click();
await find('item-map').waitFor();
await find('map-search').fill('Alien');
await find('map-found').locator('button').first().click();
await find('map-neighbours').locator('li').nth(9).waitFor();
await take('map');

await page.setViewportSize(phone);
await page.emulateMedia({ colorScheme: 'dark' });
await find('room-you').click();
await find('recommendations').locator('li').first().waitFor();
await page.locator('.recommendations').evaluate((list) => list.scrollIntoView());
await take('phone');

await close();

/** @param {string} testId */
function find(testId) {
  return page.locator(`[data-testid=${testId}]`).first();
}

/** @param {string} name */
async function take(name) {
  await page.waitForTimeout(1000); // what is drawn a frame later is there then
  await page.screenshot({ path: `docs/images/${name}.png` });
}
