/** Palate's own host, a shop that keeps a copy of what it needs, and a blog that takes it from that host. */
import { serveSite } from './static-host.mjs';

/** What a site must allow that brings its own copy: a strict policy with nothing but its own files. */
const shopPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types palate-worker',
];

/**
 * What a site must allow that takes the frame: the loader's script, and the frame.
 * @param {string} palate an origin
 */
const blogPolicy = (palate) => [
  "default-src 'none'",
  `script-src 'self' ${palate}`,
  `frame-src ${palate}`,
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** What the frame may do; who may show it, `frame-ancestors`, is for the host of Palate to say. */
const framePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types palate-worker',
];

/**
 * Serves all three.
 * @param {string} made the folder with the bundle and the catalog
 * @param {{ palate: number, shop: number, blog: number }} ports
 */
export async function serveSites(made, ports) {
  const shared = { '/embed/': 'dist/embed', '/bundle/': `${made}/bundle` };
  const palate = await serveSite({
    port: ports.palate,
    folders: shared,
    headers: withPolicy(framePolicy),
  });
  const shop = await serveSite({
    port: ports.shop,
    folders: { '/': 'demo/shop', '/catalog/': made, '/react/': `${made}/react`, ...shared },
    headers: withPolicy(shopPolicy),
  });
  const blog = await serveSite({
    port: ports.blog,
    folders: { '/': 'demo/blog' },
    headers: withPolicy(blogPolicy(palate.origin)),
    words: { PALATE: palate.origin },
  });
  const all = [palate, shop, blog];
  return {
    palate: palate.origin,
    shop: shop.origin,
    blog: blog.origin,
    close: () => Promise.all(all.map((site) => site.close())),
  };
}

/** @param {readonly string[]} policy */
function withPolicy(policy) {
  return { 'Content-Security-Policy': policy.join('; '), 'X-Content-Type-Options': 'nosniff' };
}
