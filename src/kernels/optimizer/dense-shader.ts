/** One step of so many whole tensors, in place: an invocation for each of their numbers. */
export function denseShader(tensors: number): string {
  const each = (text: (t: number) => string): string =>
    Array.from({ length: tensors }, (_zero, t) => text(t)).join('\n');
  return `
struct Uniforms {
  stride: u32, // of the workgroups' second dimension, in invocations
${each((t) => `  size${t}: u32, // in numbers`)}
  rate: f32,
  decay: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
}

${each(bindings)}
@group(0) @binding(${3 * tensors}) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  var i = id.y * uniforms.stride + id.x;
${each((t) => `  if (i < uniforms.size${t}) { step${t}(i); return; }\n  i -= uniforms.size${t};`)}
}

${each(step)}
`;
}

const bindings = (t: number): string => `
@group(0) @binding(${3 * t}) var<storage, read> gradients${t}: array<number>;
@group(0) @binding(${3 * t + 1}) var<storage, read_write> weights${t}: array<number>;
@group(0) @binding(${3 * t + 2}) var<storage, read_write> moments${t}: array<number>; // [MOMENTS, size]`;

const step = (t: number): string => `
fn step${t}(i: u32) {
  var first = number(0);
  var second = number(0);
  if (MOMENTS > 0) { first = moments${t}[i]; }
  if (MOMENTS > 1) { second = moments${t}[uniforms.size${t} + i]; }
  let after = stepped(weights${t}[i], gradients${t}[i], first, second);
  weights${t}[i] = after.weight;
  if (MOMENTS > 0) { moments${t}[i] = after.first; }
  if (MOMENTS > 1) { moments${t}[uniforms.size${t} + i] = after.second; }
}`;
