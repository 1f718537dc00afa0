/**
 * How long it is from the drop of one's own list to the first recommendations, by what the page
 * does by itself: `node bench/first-list/measure.mjs FOLDER`, where `ml-latest-small` lies unpacked.
 */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { openApp } from '../../scripts/open-app.mjs';

const folder = process.argv[2];
const movies = readFileSync(join(folder, 'movies.csv'));
const ratings = readFileSync(join(folder, 'ratings.csv'));
const archive = await zip({ 'movies.csv': movies, 'ratings.csv': ratings });

const { address, browser, close } = await openApp();
const page = await browser.newPage();
const at = (name) => page.locator(`[data-testid="${name}"]`);
const drop = (name, text) =>
  at('file-input')
    .first()
    .setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(text),
    });

await page.goto(address);
await at('device').waitFor();
const begun = performance.now();
const tell = (what) => console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s\t${what}`);

await drop('ratings.csv', letterboxd(300));
await at('needed-data').waitFor();
tell('the list of 300 films is read, and waits');
await drop('ml-latest-small.zip', archive);
await at('own-accept').waitFor();
tell('a community is imported, and the titles are found in it');
await at('own-accept').click();
await page.locator('[data-testid="recommendations"] [data-item]').first().waitFor({ timeout: 0 });
tell('the first list');
const titles = await page
  .locator('[data-testid="recommendations"] [data-item]')
  .evaluateAll((entries) => entries.slice(0, 10).map((entry) => entry.innerText.split('\n')[1]));
console.log(titles.join('\n'));
await close();

/** An export of so many of the films that most people rated. */
function letterboxd(count) {
  const rows = (text) => text.toString('utf8').trim().split(/\r?\n/).slice(1);
  const times = new Map();
  for (const row of rows(ratings)) {
    const item = row.split(',')[1];
    times.set(item, (times.get(item) ?? 0) + 1);
  }
  const named = rows(movies).flatMap((row) => {
    const found = /^(\d+),"?(.+) \((\d{4})\)"?,/.exec(row);
    return found ? [{ item: found[1], title: found[2], year: found[3] }] : [];
  });
  const known = named.toSorted((a, b) => (times.get(b.item) ?? 0) - (times.get(a.item) ?? 0));
  const lines = known.slice(0, count).map(({ title, year }, i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
    return `${day},"${title}",${year},x,${1 + (i % 9) / 2}`;
  });
  return ['Date,Name,Year,Letterboxd URI,Rating', ...lines].join('\n');
}

async function zip(files) {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, bytes] of Object.entries(files)) {
    await writer.add(`ml-latest-small/${name}`, new Uint8ArrayReader(new Uint8Array(bytes)));
  }
  const blob = await writer.close();
  return Buffer.from(await blob.arrayBuffer());
}
