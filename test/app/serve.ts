import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../scripts/build.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, with the headers that it is meant to be served with. */
    address: string;
  }
}

/** Builds and serves the app once for all tests. */
export default async function serve({ provide }: TestProject): Promise<() => Promise<void>> {
  await buildApp();
  const server = await preview({ logLevel: 'silent', preview: { port: 4300, open: false } });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The app could not be served.');
  provide('address', address);
  return () => server.close();
}
