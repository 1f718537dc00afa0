/** What a person does in the app, by the names that its elements have for automation. */
import type { Locator } from 'playwright-core';
import type { App } from './harness';

/** Drops a file on the page. */
export async function drop({ page }: App, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.text], file.name));
      return transfer;
    },
    { name, text },
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

/** Drops a file of ratings and takes the reading that is proposed. */
export async function importRatings(app: App, text: string): Promise<void> {
  await app.at('file-input').first().waitFor({ state: 'attached' });
  await drop(app, 'ratings.csv', text);
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
  await ending.first().waitFor({ timeout: 100_000 });
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

/** The items recommended now, best first. */
export function recommended(app: App): Promise<(string | null)[]> {
  return app
    .at('recommendations')
    .locator('[data-item][data-score]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-item')));
}
