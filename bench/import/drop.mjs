/** Files dropped on the app: what it costs to bring them in, what came of them, and to open it again. */
import { watchLongTasks } from '../page/long-tasks.mjs';

export const patience = 60 * 60_000; // ms

/** Finds what the app calls `testId`. */
export const finder = (page) => (testId) => page.locator(`[data-testid=${testId}]`).first();

/**
 * Drops `files` on the app at `address` and confirms how they are read. Gives what it took and
 * what came of it, or the `refusal` of what was refused.
 */
export async function importWithPalate(page, watch, address, files) {
  const find = finder(page);
  await page.addInitScript(watchLongTasks);
  await page.goto(`${address}?backend=wasm`);
  await find('use-demo').waitFor();
  const dropped = performance.now();
  await find('file-input').setInputFiles(files);
  await Promise.race([find('import-confirm').waitFor(), find('error').waitFor()]);
  if (await find('error').isVisible()) return { refusal: await find('error').innerText() };
  const previewSeconds = since(dropped);
  await page.evaluate(() => (globalThis.longest = 0));
  watch.restart();
  const begun = performance.now();
  const reading = page
    .waitForSelector('[data-testid=import-progress]:not([data-phase=reading])', {
      timeout: patience,
    })
    .then(() => since(begun));
  await find('import-confirm').click();
  await page.waitForSelector(
    '[data-testid=dataset-summary][data-interactions], [data-testid=error]',
    { timeout: patience },
  );
  const seconds = since(begun);
  const cost = {
    previewSeconds,
    seconds,
    longestTaskMs: await page.evaluate(() => Math.round(globalThis.longest)),
    ...watch.peaks(),
  };
  if (await find('error').isVisible()) {
    reading.catch(() => {}); // it may never have ended
    return { ...cost, refusal: await find('error').innerText() };
  }
  return {
    ...cost,
    readSeconds: await reading,
    ...(await page.evaluate(factsOfNewest)),
    largestPart: await largestPart(page),
    reopened: await reopen(page, watch),
  };
}

const since = (begun) => (performance.now() - begun) / 1000;

/** Reloads the page, and waits until it says all it says of the data. */
async function reopen(page, watch) {
  const find = finder(page);
  watch.restart();
  const begun = performance.now();
  await page.reload();
  await page.waitForSelector('[data-testid=dataset-suits], [data-testid=error]', {
    timeout: patience,
  });
  const isOpen = !(await find('error').isVisible());
  const refusal = isOpen ? {} : { refusal: await find('error').innerText() };
  return { seconds: since(begun), ...watch.peaks(), ...refusal };
}

/** What the app says of the data that came in last. */
async function factsOfNewest() {
  const { engine } = globalThis.palate;
  const [{ id, users, items, interactions, newItems, side, report }] = await engine.datasets();
  const { popular } = await engine.summarize(id);
  return {
    rows: interactions,
    users,
    items,
    newItems,
    knownOfItems: side.items,
    problems: report.counts,
    mostPopular: popular[0],
  };
}

/** Bytes of the largest record of a file in the database. */
function largestPart(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = globalThis.indexedDB.open('palate');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('files').objectStore('files').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(Math.max(...reading.result.map(({ size }) => size)));
          };
        };
      }),
  );
}
