import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { importAll, rate, reach, recommended, recommendedWithout, startTraining } from './steps';

const people = ['user,gender', ...Array.from({ length: 60 }, (_zero, i) => `u${i},${'fm'[i % 2]}`)];

describe('someone who knows nothing of models', () => {
  let browser: Browser;
  let app: App;

  beforeAll(async () => {
    browser = await launch({ webGpu: false });
    app = await openApp(await browser.newContext(), '?backend=wasm');
    await importAll(app, { 'ratings.csv': ratingsCsv(60), 'users.csv': people.join('\n') });
    await app.at('room-train').click();
  });

  afterAll(() => browser.close());

  test('is offered a model that suits the data, and is told why', async () => {
    expect(await app.at('model-select').inputValue()).toBe('auto');
    await expect.poll(() => app.at('auto-reason').innerText()).toMatch(/^480 interactions .*\.$/);
    const first = app.at('model-select').locator('option').first();
    expect((await first.innerText()).trim()).toBe('Auto: EASE');
  });

  test('trains it with one click, under its own name', async () => {
    await app.at('train').click();
    await reach(app, 'done');
    await app.at('scorecard').locator('tr[data-model="ease"]').waitFor();
    const others = app.at('scorecard').locator('tr[data-model]');
    await expect.poll(() => others.count()).toBe(3);
    await app.at('room-compare').click();
    await app.at('run-table').locator('[data-model="ease"]').waitFor();
  });

  test('sees for whom it works, and the gap', async () => {
    await app.at('room-train').click();
    const slices = app.at('slices');
    expect(await slices.locator('table').isVisible()).toBe(false);
    await slices.locator('summary').click();
    const byGender = slices.locator('[data-slicing="people.gender"]');
    await byGender.locator('[data-slice="f"]').waitFor();
    expect(await byGender.locator('[data-slice] td:nth-child(2)').allInnerTexts()).toEqual([
      '30',
      '30',
    ]);
    expect(await byGender.locator('[data-gap]').innerText()).toMatch(/best: [fm], worst: [fm]/);
    expect(app.complaints).toEqual([]);
  });

  test('holds predicted ratings against each other by their errors alone', async () => {
    await startTraining(app, 'biased-mf', { epochs: 2 });
    await reach(app, 'done');
    const card = app.at('scorecard');
    await card.locator('tr[data-model="bias"] [data-metric="rmse"][data-value]').waitFor();
    await card.locator('tr[data-model="biased-mf"] [data-metric="rmse"] small').waitFor();
    expect(await card.locator('[data-metric="ndcg@10"]').count()).toBe(0);
    await card.locator('.verdict').filter({ hasText: 'RMSE (lower is better)' }).waitFor();
    await app.at('room-compare').click();
    const rows = app.at('leaderboard').locator('tr[data-model]');
    const models = await rows.evaluateAll((all) =>
      all.map((row) => row.getAttribute('data-model')),
    );
    expect(models.toSorted()).toEqual(['bias', 'biased-mf']);
    expect(app.complaints).toEqual([]);
  });

  test('is asked ten questions at most, and gets a list that takes note of the answers', async () => {
    await app.at('room-you').click();
    await app.at('recommender-select').selectOption({ label: 'EASE' });
    const liked: (string | null)[] = [];
    for (let asked = 1; asked <= 10; asked++) {
      const question = app.at('onboarding', { asked: String(asked) }).locator('[data-item]');
      const item = await question.getAttribute('data-item');
      if (isEven(item)) {
        liked.push(item);
        await question.locator('[data-value="5"]').click();
      } else await app.at('question-skip').click();
    }
    await app.at('onboarding').waitFor({ state: 'detached' });
    expect(liked.length).toBeGreaterThan(1);
    const said = app.at('you-opinions').locator('li[data-kind="rate"]');
    expect(await said.count()).toBe(liked.length);
    for (const item of liked) await recommendedWithout(app, item!);
    const best = async () => (await recommended(app, 'you')).slice(0, 12 - liked.length);
    await expect.poll(async () => (await best()).every(isEven)).toBe(true);
  });

  test('sees what people of like mind chose, and not who they are', async () => {
    const card = app.at('people-like-you');
    expect(await card.locator('[data-item]').count()).toBe(0);
    await app.at('people-ask').click();
    await card.locator('[data-item]').first().waitFor();
    const met = await app.at('you-opinions').locator('[data-item]').evaluateAll(itemsOf);
    const shared = await card.locator('[data-item]').evaluateAll(itemsOf);
    expect(shared.every(isEven)).toBe(true);
    expect(shared.filter((item) => met.includes(item))).toEqual([]);
    expect(await card.innerText()).toMatch(/\d+ of \d+/);
    expect(await card.innerHTML()).not.toMatch(/u\d/);
    await rate(app, shared[0]!, 5);
    await app.at('people-ask').click();
    await card.locator('[data-item]').first().waitFor();
    expect(await card.locator('[data-item]').evaluateAll(itemsOf)).not.toContain(shared[0]);
    expect(app.complaints).toEqual([]);
  });
});

const isEven = (item: string | null): boolean => Number(item?.slice(1)) % 2 === 0;

const itemsOf = (entries: readonly Element[]): (string | null)[] =>
  entries.map((entry) => entry.getAttribute('data-item'));
