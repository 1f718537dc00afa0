/** PapaParse, which only counts rows: in a worker, as Palate reads in one. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

/** A page with PapaParse in a worker: what it takes to count the rows of a file. */
export async function servePeer() {
  const library = fileURLToPath(
    new URL('../../node_modules/papaparse/papaparse.min.js', import.meta.url),
  );
  const page = `<input type="file" multiple><script>
    const worker = new Worker('worker.js');
    const countOne = (file) => new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(file);
    });
    globalThis.count = async () => {
      let [rows, ms] = [0, 0];
      for (const file of document.querySelector('input').files) {
        const counted = await countOne(file);
        rows += counted.rows;
        ms += counted.ms;
      }
      return { rows, ms };
    };
  </script>`;
  const worker = `importScripts('papaparse.js');
    onmessage = ({ data }) => {
      const begun = performance.now();
      let rows = 0;
      Papa.parse(data, {
        header: false,
        skipEmptyLines: true,
        chunk: (results) => { rows += results.data.length; },
        complete: () => postMessage({ rows: rows - 1, ms: performance.now() - begun }),
      });
    };`;
  const server = createServer(({ url }, response) => {
    response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
    if (url === '/papaparse.js') createReadStream(library).pipe(response);
    else response.end(url === '/' ? page : worker);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  return server;
}

/** Rows of `files`, and the seconds it took to count them: one after the other, in the page of `peer`. */
export async function countWithPapa(page, peer, files) {
  await page.goto(`http://localhost:${peer.address().port}/`);
  await page.locator('input').setInputFiles(files);
  const { rows, ms } = await page.evaluate(() => globalThis.count());
  return { rows, seconds: ms / 1000 };
}
