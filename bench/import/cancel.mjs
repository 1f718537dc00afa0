/** What it takes to stop an import in each of its phases, and what is left of it. */

/** ms after which what was let go of should be free. */
const settling = 4000;

/** Imports `file` once for each phase, and cancels it there. */
export async function cancelEverywhere(page, watch, address, file) {
  await page.goto(`${address}?backend=wasm`);
  await page.locator('[data-testid=use-demo]').first().waitFor();
  await page.evaluate(() => {
    const input = globalThis.document.createElement('input');
    input.type = 'file';
    input.id = 'to-cancel';
    globalThis.document.body.append(input);
  });
  await page.locator('#to-cancel').setInputFiles(file);
  const results = [];
  for (const phase of ['reading', 'sorting', 'storing']) {
    const ms = await page.evaluate(cancelIn, phase);
    const beforeMiB = watch.rendererMiB();
    await page.waitForTimeout(settling);
    results.push({
      phase,
      ms: Math.round(ms),
      beforeMiB,
      afterMiB: watch.rendererMiB(),
      ...(await page.evaluate(countRecords)),
    });
  }
  return results;
}

/** ms from the cancel, half a second into `phase` (reading: half of the file), until the import has ended. */
async function cancelIn(phase) {
  const [file] = globalThis.document.querySelector('#to-cancel').files;
  const { engine, importFiles } = globalThis.palate;
  const [{ plan }] = await engine.preview([file]);
  let cancelled = null;
  const cancel = () => {
    cancelled = performance.now();
    void engine.cancelImport();
  };
  let isDue = false;
  const watchPhase = (progress) => {
    if (isDue || progress.phase !== phase) return;
    if (phase === 'reading' && progress.bytes < progress.totalBytes / 2) return;
    isDue = true;
    globalThis.setTimeout(cancel, 500);
  };
  const end = await importFiles([file], [plan], watchPhase).then(
    () => 'imported',
    ({ name }) => name,
  );
  if (end !== 'AbortError') throw new Error(`The import ended with ${end}.`);
  return performance.now() - cancelled;
}

/** Records of files and of datasets in the database. */
function countRecords() {
  return new Promise((resolve, reject) => {
    const opening = globalThis.indexedDB.open('palate');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const database = opening.result;
      const stores = database.transaction(['files', 'datasets']);
      const files = stores.objectStore('files').count();
      const datasets = stores.objectStore('datasets').count();
      stores.oncomplete = () => {
        database.close();
        resolve({ files: files.result, datasets: datasets.result });
      };
    };
  });
}
