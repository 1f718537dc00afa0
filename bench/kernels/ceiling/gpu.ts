import { requestDevice } from '../device';
import type { Ceiling } from '../entry';

/** Bytes of a vector of WGSL. */
const vector = 16;
const workgroup = 256;
/** Bytes copied at once, if the adapter lets so much be bound: more than any cache holds. */
const copied = 2 ** 27;
/** Independent sums in each invocation, so that none waits for the one before. */
const chains = 8;
/** Rounds of multiplying and adding, at least: few would measure the start of invocations. */
const fewestRounds = 256;
/** A measurement is long enough at this, in ms; the shortest of several counts. */
const [longEnough, attempts] = [60, 5];
/** Invocations at first, at last, how many times more each time, and by how much that must help. */
const [fewest, most, growth, helps] = [2 ** 12, 2 ** 21, 8, 1.02];

const copy = /* wgsl */ `
  @group(0) @binding(0) var<storage, read> source: array<vec4f>;
  @group(0) @binding(1) var<storage, read_write> to: array<vec4f>;
  @compute @workgroup_size(${workgroup})
  fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
    let stride = groups.x * ${workgroup}u;
    for (var i = id.x; i < arrayLength(&to); i += stride) { to[i] = source[i]; }
  }`;

const names = Array.from({ length: chains }, (_zero, i) => `sum${i}`);

const multiplyAdd = /* wgsl */ `
  struct Numbers { factor: vec4f, term: vec4f, rounds: u32 }
  @group(0) @binding(0) var<uniform> numbers: Numbers;
  @group(0) @binding(1) var<storage, read_write> to: array<vec4f>;
  @compute @workgroup_size(${workgroup})
  fn main(@builtin(global_invocation_id) id: vec3u) {
    let factor = numbers.factor;
    let term = numbers.term;
    ${names.map((name, i) => `var ${name} = vec4f(f32(id.x) + ${i}.0);`).join('\n    ')}
    for (var i = 0u; i < numbers.rounds; i++) {
      ${names.map((name) => `${name} = ${name} * factor + term;`).join('\n      ')}
    }
    to[id.x % arrayLength(&to)] = ${names.join(' + ')};
  }`;

/** How fast this adapter copies, and how fast it multiplies and adds. */
export async function gpuCeiling(): Promise<Ceiling> {
  const { device } = await requestDevice();
  device.pushErrorScope('validation');
  const ceiling = { bandwidth: await bandwidthOf(device), rate: await rateOf(device) };
  const error = await device.popErrorScope();
  device.destroy();
  if (error) throw new Error(error.message);
  return ceiling;
}

async function bandwidthOf(device: GPUDevice): Promise<number> {
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const size = Math.min(copied, maxStorageBufferBindingSize, maxBufferSize);
  const [source, to] = [size, size].map((bytes) =>
    device.createBuffer({ size: bytes, usage: GPUBufferUsage.STORAGE }),
  );
  const kernel = prepare(device, copy, [source, to]);
  const best = await bestOver(async (invocations) => {
    const seconds = await secondsPer(1, (times) =>
      dispatch(device, kernel, { workgroups: invocations / workgroup, times }),
    );
    return (2 * size) / seconds / 1e9;
  });
  [source, to].forEach((buffer) => buffer.destroy());
  return best;
}

async function rateOf(device: GPUDevice): Promise<number> {
  const { UNIFORM, COPY_DST, STORAGE } = GPUBufferUsage;
  const numbers = device.createBuffer({ size: 3 * vector, usage: UNIFORM | COPY_DST });
  device.queue.writeBuffer(numbers, 0, new Float32Array(8).fill(0.5));
  const to = device.createBuffer({ size: vector * fewest, usage: STORAGE });
  const kernel = prepare(device, multiplyAdd, [numbers, to]);
  const best = await bestOver(async (invocations) => {
    const seconds = await secondsPer(fewestRounds, (rounds) => {
      device.queue.writeBuffer(numbers, 2 * vector, Uint32Array.of(rounds));
      return dispatch(device, kernel, { workgroups: invocations / workgroup, times: 1 });
    });
    return (invocations * chains * 4 * 2) / seconds / 1e9;
  });
  [numbers, to].forEach((buffer) => buffer.destroy());
  return best;
}

/** The best figure that some number of invocations reaches: real adapters want many, others few. */
async function bestOver(measure: (invocations: number) => Promise<number>): Promise<number> {
  let best = 0;
  for (let invocations = fewest; invocations <= most; invocations *= growth) {
    const found = await measure(invocations);
    if (found < helps * best) return Math.max(best, found);
    best = found;
  }
  return best;
}

/** Seconds for one of the `times` that `work` is asked for, of which there are enough, at least `fewest`. */
async function secondsPer(fewest: number, work: (times: number) => Promise<void>): Promise<number> {
  await work(1); // compiles
  let times = fewest;
  while ((await timed(work, times)) < longEnough) times *= 2;
  const found: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) found.push(await timed(work, times));
  return Math.min(...found) / times / 1000;
}

async function timed(work: (times: number) => Promise<void>, times: number): Promise<number> {
  const begun = performance.now();
  await work(times);
  return performance.now() - begun;
}

interface Prepared {
  readonly pipeline: GPUComputePipeline;
  readonly bindings: GPUBindGroup;
}

function prepare(device: GPUDevice, code: string, buffers: readonly GPUBuffer[]): Prepared {
  const module = device.createShaderModule({ code });
  const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module } });
  const bindings = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  return { pipeline, bindings };
}

async function dispatch(
  device: GPUDevice,
  { pipeline, bindings }: Prepared,
  { workgroups, times }: { readonly workgroups: number; readonly times: number },
): Promise<void> {
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bindings);
  for (let i = 0; i < times; i++) pass.dispatchWorkgroups(workgroups);
  pass.end();
  device.queue.submit([encoder.finish()]);
  await device.queue.onSubmittedWorkDone();
}
