/** `npm run demo:embed`: a shop and a blog that recommend, each in its own way, on this machine. */
import { buildApp } from '../scripts/build.mjs';
import { install } from '../scripts/install.mjs';
import { buildReact } from './build-react.mjs';
import { makeBundle } from './make-bundle.mjs';
import { serveSites } from './sites.mjs';

install();
await buildApp();
const made = await makeBundle();
buildReact(made);
const { shop, blog, palate } = await serveSites(made, {
  palate: 4460,
  shop: 4461,
  blog: 4462,
});
console.log(`
  A shop, with the element among its own files   ${shop}
  The element in React                           ${shop}/react/
  A blog, with one script and a frame            ${blog}
  The host that the frame comes from             ${palate}

  Stop them with Ctrl+C.
`);
