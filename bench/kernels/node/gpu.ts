/** Runs before all else in a realm: Node has no WebGPU of its own, Dawn brings it. */
interface Dawn {
  create(options: readonly string[]): GPU;
  readonly globals: Readonly<Record<string, unknown>>;
}

const name = 'webgpu'; // optional, and so no bundler's business

try {
  const { create, globals } = (await import(/* @vite-ignore */ name)) as Dawn;
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, 'navigator', {
    value: { gpu: create([]), userAgent: `Node.js/${process.versions.node}` },
    configurable: true,
  });
} catch (error) {
  console.error(`There is no WebGPU in Node here: ${String(error)}`);
}

export {};
