/** Two ways to embed, each on a site of its own that allows it no more than it needs. */
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle } from '../../demo/make-bundle.mjs';
import { serveSites } from '../../demo/sites.mjs';
import { serveSite } from '../../demo/static-host.mjs';
import { breaches, bringAxe } from './axe';
import { itemsIn } from './embedded';
import { launch, openApp, type App } from './harness';

const anyPort = { palate: 0, shop: 0, blog: 0 };

let browser: Browser;
let made: string;
let sites: Awaited<ReturnType<typeof serveSites>>;

beforeAll(async () => {
  made = await makeBundle();
  sites = await serveSites(made, anyPort);
  browser = await launch({ webGpu: false });
});

afterAll(async () => {
  await browser.close();
  await sites.close();
});

/** A visitor who was never here. */
async function newVisitor(): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await bringAxe(context);
  return context;
}

const remembered = (page: Page) => page.locator('.memory li').allTextContents();

describe('a shop with the element among its own files', () => {
  let shop: App;
  let list: Locator;

  beforeAll(async () => {
    shop = await openApp(await newVisitor(), '', `${sites.shop}/`);
    list = shop.page.locator('#for-you');
  });

  test('shows what is popular, and what is like the product', async () => {
    expect(await itemsIn(list)).toHaveLength(12);
    expect(await itemsIn(shop.page.locator('#similar'))).toContain('the-matrix-reloaded-2003');
  });

  test('is accessible, by day and by night', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await shop.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await breaches(shop.page)).toEqual([]);
    }
  });

  test('shows something else once the visitor likes something, and after a reload too', async () => {
    const before = await itemsIn(list);
    await list.locator('[data-item="spirited-away-2001"] [data-event="like"]').click();
    await expect.poll(() => remembered(shop.page)).toEqual(['like: Spirited Away']);
    await expect.poll(() => itemsIn(list)).not.toEqual(before);
    const after = await itemsIn(list);
    await shop.page.reload();
    await expect.poll(() => itemsIn(list)).toEqual(after);
  });

  test('leads to what is chosen by the keyboard, and remembers that', async () => {
    const link = list.locator('[data-item] a').first();
    const address = (await link.getAttribute('href')) ?? '';
    const title = await link.locator('[data-field="title"]').textContent();
    await link.focus();
    await shop.page.keyboard.press('Enter');
    await shop.page.waitForURL(`**/${address}`);
    expect(await shop.page.locator('h1').textContent()).toBe(title);
    await expect.poll(() => remembered(shop.page)).toContain(`click: ${title}`);
  });

  test('forgets', async () => {
    await shop.page.locator('#forget').click();
    await expect.poll(() => remembered(shop.page)).toEqual([]);
    await shop.page.reload();
    await itemsIn(list);
    expect(await remembered(shop.page)).toEqual([]);
  });

  test('asks nobody else, and breaks no rule of its own policy', () => {
    expect(shop.requests.filter((url) => !url.startsWith(sites.shop))).toEqual([]);
    expect(shop.complaints).toEqual([]);
  });
});

describe('a blog with one script and a frame', () => {
  let blog: App;
  let frame: Frame;
  let list: Locator;

  beforeAll(async () => {
    blog = await openApp(await newVisitor(), '', `${sites.blog}/`);
    frame = await frameOf(blog.page);
    list = frame.locator('palate-recs');
  });

  async function frameOf(page: Page): Promise<Frame> {
    const handle = await page.locator('iframe').elementHandle();
    const found = await handle?.contentFrame();
    if (!found) throw new Error('There is no frame.');
    return found;
  }

  test('shows the list at its full height', async () => {
    expect(await itemsIn(list)).toHaveLength(8);
    const inside = () => frame.evaluate(() => document.documentElement.scrollHeight);
    const outside = async () => (await blog.page.locator('iframe').boundingBox())?.height;
    await expect.poll(outside).toBe(await inside());
  });

  test('is accessible, by day and by night', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await blog.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await breaches(blog.page)).toEqual([]);
    }
  });

  test('has the colours of its place', async () => {
    const colourOf = (property: string) =>
      frame.evaluate((name) => getComputedStyle(document.body).getPropertyValue(name), property);
    await blog.page.emulateMedia({ colorScheme: 'dark' });
    expect(await colourOf('color-scheme')).toBe('light dark');
    expect(await colourOf('--palate-accent')).not.toBe('');
  });

  test('changes its list by what the page says, and keeps it over a reload', async () => {
    const before = await itemsIn(list);
    await blog.page.locator('[data-item="dune-1965"]').click();
    await expect.poll(() => remembered(blog.page)).toEqual(['like: dune-1965']);
    await expect.poll(() => itemsIn(list)).not.toEqual(before);
    const after = await itemsIn(list);
    await blog.page.reload();
    frame = await frameOf(blog.page);
    list = frame.locator('palate-recs');
    await expect.poll(() => itemsIn(list)).toEqual(after);
  });

  test('tells the page what is chosen', async () => {
    const title = await list.locator('[part="title"]').first().textContent();
    await list.locator('[part="card"]').first().click();
    await expect.poll(() => blog.page.locator('.date').textContent()).toContain(title);
    await expect.poll(async () => (await remembered(blog.page))[0]).toMatch(/^click: /);
  });

  test('follows the attributes of its script', async () => {
    await blog.page.locator('script[data-bundle]').evaluate((script) => {
      (script as HTMLScriptElement).dataset.limit = '3';
    });
    await expect.poll(async () => (await itemsIn(list)).length).toBe(3);
  });

  test('listens to nobody but the frame', async () => {
    const heard = await blog.page.evaluate(async () => {
      const events: string[] = [];
      document.addEventListener('palate-select', ({ type }) => events.push(type));
      const forged = { palate: 1, type: 'event', name: 'palate-select', detail: { item: 'x' } };
      window.postMessage(forged, '*');
      await new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
      return events;
    });
    expect(heard).toEqual([]);
  });

  test('asks only the host that the frame is from', () => {
    const ours = [sites.blog, sites.palate];
    expect(blog.requests.filter((url) => !ours.includes(new URL(url).origin))).toEqual([]);
    expect(blog.complaints).toEqual([]);
  });
});

test('the frame listens to no page but the one that it was made for', async () => {
  const context = await newVisitor();
  const page = await context.newPage();
  const address = `${sites.palate}/embed/embed.html#${encodeURIComponent(sites.blog)}`;
  const body = `<!doctype html><title>Elsewhere</title><iframe src="${address}"></iframe>`;
  await page.route('http://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body }),
  );
  await page.goto('http://elsewhere.example/');
  const [, frame] = page.frames();
  await frame.waitForLoadState();
  await page.evaluate(async () => {
    const show = { palate: 1, type: 'show', attributes: { src: '/bundle/' }, surroundings: {} };
    frames[0].postMessage(show, '*');
  });
  await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await frame.locator('palate-recs').count()).toBe(0);
});

describe('a policy that allows too little is named, with what to add', () => {
  const self = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'"];
  const typed = [
    ...self,
    "connect-src 'self'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
  ];

  /** What the element says on a page with this policy. */
  async function saidUnder(policy: readonly string[], query = ''): Promise<string | undefined> {
    const site = await serveSite({
      port: 0,
      folders: {
        '/': 'test/fixtures/host',
        '/embed/': 'dist/embed',
        '/bundle/': `${made}/bundle`,
      },
      headers: { 'Content-Security-Policy': policy.join('; ') },
    });
    const context = await newVisitor();
    const page = await context.newPage();
    await page.goto(`${site.origin}/${query}`);
    const said = page.locator('html[data-said]');
    await said.waitFor();
    const text = await said.getAttribute('data-said');
    await context.close();
    await site.close();
    return text ?? '';
  }

  test('for the worker', async () => {
    const policy = [...self, "connect-src 'self'", "worker-src 'none'"];
    expect(await saidUnder(policy)).toContain("Add the directive worker-src 'self'");
  });

  test('for the name by which scripts are vouched for', async () => {
    const said = await saidUnder([...typed, 'trusted-types another']);
    expect(said).toContain('Add palate-worker to the directive trusted-types');
  });

  test.each([
    ['our policy', 'trusted-types palate-worker', ''],
    ["the page's policy", 'trusted-types another', '?policy=another'],
    ["the page's policy of our name", 'trusted-types palate-worker', '?policy=palate-worker'],
  ])('but %s will do', async (_whose, types, query) => {
    expect(await saidUnder([...typed, types], query)).toBe('3 items');
  });

  test('WebAssembly may be left out', async () => {
    const plain = typed.map((rule) => rule.replace(" 'wasm-unsafe-eval'", ''));
    expect(await saidUnder([...plain, 'trusted-types palate-worker'])).toBe('3 items');
  });

  test('for the frame', async () => {
    const site = await serveSite({
      port: 0,
      folders: { '/': 'demo/blog' },
      headers: { 'Content-Security-Policy': `script-src 'self' ${sites.palate}; frame-src 'none'` },
      words: { PALATE: sites.palate },
    });
    const page = await (await newVisitor()).newPage();
    const told = page.waitForEvent('console', (message) => message.text().startsWith('palate-'));
    await page.goto(`${site.origin}/`);
    expect((await told).text()).toContain(`Add the directive frame-src ${sites.palate}`);
    await site.close();
  });
});
