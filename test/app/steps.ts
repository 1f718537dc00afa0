/** What a person does in the app, by the names that its elements have for automation. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { App } from './harness';

/** Drops a file on the page. */
export function drop(app: App, name: string, text: string): Promise<void> {
  return dropAll(app, { [name]: text });
}

/** Drops files of text or of bytes on the page, all at once. */
export async function dropAll(
  { page }: App,
  contents: Readonly<Record<string, string | Blob>>,
): Promise<void> {
  const named = await Promise.all(
    Object.entries(contents).map(async ([name, content]) => {
      const bytes = await new Blob([content]).arrayBuffer();
      return [name, Buffer.from(bytes).toString('base64')] as const;
    }),
  );
  const files = await page.evaluateHandle((encoded) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of encoded) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, named);
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

/** Drops a file of ratings and takes the reading that is proposed. */
export function importRatings(app: App, text: string): Promise<void> {
  return importAll(app, { 'ratings.csv': text });
}

/** Drops files of one dataset and takes the reading that is proposed. */
export async function importAll(
  app: App,
  contents: Readonly<Record<string, string>>,
): Promise<void> {
  await app.at('file-input').first().waitFor({ state: 'attached' });
  await dropAll(app, contents);
  await app.at('import-confirm').click();
  await app.at('dataset-summary').waitFor();
}

/** Chooses a model, sets some of its fields, and starts to train it. */
export async function startTraining(
  app: App,
  model: string,
  settings: Readonly<Record<string, number>>,
): Promise<void> {
  await app.at('room-train').click();
  await app.at('model-select').selectOption(model);
  for (const [name, value] of Object.entries(settings)) {
    await app.at(`field-${name}`).fill(String(value));
  }
  await app.at('train').click();
}

/** Waits until the training is in a state; one that has failed says why. */
export async function reach(app: App, state: string): Promise<void> {
  const ending = app.at('training-status', { state }).or(app.at('error'));
  await ending.first().waitFor({ timeout: 150_000 });
  if ((await app.at('error').count()) > 0) throw new Error(await app.at('error').innerText());
}

/** The epochs that the training table shows. */
export function epochRows(app: App): Locator {
  return app.at('training-table').locator('tbody tr');
}

/** The losses and validation results of all epochs, exactly as they were computed. */
export function epochValues(app: App): Promise<(string | null)[]> {
  return epochRows(app)
    .locator('[data-metric]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
}

/** The points of the learning curve. */
export function curvePoints(app: App): Promise<number> {
  return app.at('training-curve').evaluate((chart) => {
    const { curves } = chart as unknown as { curves: readonly { x: readonly number[] }[] };
    return curves[0].x.length;
  });
}

/** Watches the training table from now on; gives every number of rows that it has had. */
export async function watchRows(app: App): Promise<() => Promise<readonly number[]>> {
  const seen = await app.page.evaluateHandle(() => {
    const counts: number[] = [];
    const count = () => {
      const rows = document.querySelectorAll('[data-testid="training-table"] tbody tr').length;
      if (rows !== counts.at(-1)) counts.push(rows);
    };
    new MutationObserver(count).observe(document.body, { subtree: true, childList: true });
    return counts;
  });
  return () => seen.jsonValue();
}

/** Asks for recommendations for a user of the data. */
export async function chooseUser(app: App, user: string): Promise<void> {
  await app.at('room-you').click();
  await app.at('user-select').fill(user);
  await app.at('user-select').press('Enter');
  await app.at('user-select').blur();
}

/** Searches for an item and gives it stars. */
export async function rate(app: App, item: string, stars: number): Promise<void> {
  await app.at('room-you').click();
  await app.at('you-search').fill(item);
  const found = app.at('you-results').locator(`[data-item="${item}"]`);
  await found.locator(`[data-testid="you-rate"][data-value="${stars}"]`).click();
}

/** The items recommended now to `whom`, a user or `you`, best first; empty until there are any. */
export function recommended(app: App, whom: string): Promise<(string | null)[]> {
  return app
    .at('recommendations', { for: whom })
    .locator('[data-item][data-score]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-item')));
}

/**
 * The list for the person at the screen once it has taken note of `item`, which is no longer in
 * it. A list that stood there before may still be shown for a moment.
 */
export async function recommendedWithout(app: App, item: string): Promise<(string | null)[]> {
  await expect
    .poll(() => recommended(app, 'you'))
    .toSatisfy((items: (string | null)[]) => items.length > 0 && !items.includes(item));
  return recommended(app, 'you');
}

/** What is recommended to the person at the screen, with the scores of all. */
export function scored(app: App): Promise<(string | null)[]> {
  return app
    .at('recommendations', { for: 'you' })
    .locator('[data-item][data-score]')
    .evaluateAll((entries) =>
      entries.map(
        (entry) => `${entry.getAttribute('data-item')} ${entry.getAttribute('data-score')}`,
      ),
    );
}
