import { readFileSync } from 'node:fs';

/** Nothing leaves the device, and no text becomes code: the browser itself sees to it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:", // from a blob, because such a worker has the page's policy
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html palate-worker',
].join('; ');

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/**
 * Sends the headers with every response, files, worker scripts and errors too; and writes the
 * policy into the pages, so that it holds on a host that sends no headers. Puts what is to be
 * known of privacy beside them.
 * @returns {import('vite').Plugin}
 */
export function security() {
  return {
    name: 'palate-security',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((_request, response, next) => {
        response.setHeaders(new Map(Object.entries(headers)));
        next();
      });
    },
    generateBundle() {
      // Where the page can link to it, and as text, which every browser shows.
      const source = readFileSync('docs/PRIVACY.md', 'utf8');
      this.emitFile({ type: 'asset', fileName: 'privacy.txt', source });
    },
    transformIndexHtml: (_page, { server }) =>
      server // which puts scripts of its own into the page
        ? []
        : [
            meta({ 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }),
            meta({ name: 'referrer', content: 'no-referrer' }),
          ],
  };
}

/**
 * @param {Record<string, string>} attrs
 * @returns {import('vite').HtmlTagDescriptor}
 */
const meta = (attrs) => ({ tag: 'meta', attrs, injectTo: 'head-prepend' });
