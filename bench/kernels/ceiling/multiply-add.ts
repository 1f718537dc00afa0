/** Independent sums, so that none waits for the one before. */
const chains = 12;

const [i32, f32, v128] = [0x7f, 0x7d, 0x7b];
const [localGet, localSet, localTee] = [0x20, 0x21, 0x22];
const [loop, end, branchIf, empty] = [0x03, 0x0b, 0x0d, 0x40];
const [i32Const, i32Subtract, f32Const] = [0x41, 0x6b, 0x43];
const splat = [0xfd, 0x13];
const multiply = [0xfd, 0xe6, 0x01];
const add = [0xfd, 0xe4, 0x01];
const multiplyAdd = [0xfd, 0x85, 0x02];
const firstLane = [0xfd, 0x1f, 0];

/** The locals of the function: the rounds left, the factor, then the sums. */
const [rounds, factor, ...sums] = Array.from({ length: chains + 2 }, (_zero, i) => i);

/** What each round of `run` computes. */
export const flopsPerRound = chains * 4 * 2;

/**
 * A WebAssembly module, written out byte by byte, whose `run(rounds)` multiplies and adds
 * vectors of four numbers in registers: at once where the engine has “relaxed SIMD”.
 */
export function multiplyAddModule(): Uint8Array<ArrayBuffer> {
  const fused = moduleOf([localGet, factor, ...multiplyAdd]);
  return WebAssembly.validate(fused) ? fused : moduleOf([...multiply, localGet, factor, ...add]);
}

/** With `step` as what is done to a sum and the factor, which lie on the stack. */
function moduleOf(step: readonly number[]): Uint8Array<ArrayBuffer> {
  const half = new Uint8Array(Float32Array.of(0.5).buffer);
  const body = [
    ...[1, chains + 1, v128], // the locals' declaration
    ...[f32Const, ...half, ...splat, localSet, factor],
    ...[loop, empty],
    ...sums.flatMap((sum) => [localGet, sum, localGet, factor, ...step, localSet, sum]),
    ...[localGet, rounds, i32Const, 1, i32Subtract, localTee, rounds, branchIf, 0],
    end,
    ...sums.flatMap((sum, i) => [localGet, sum, ...(i > 0 ? add : [])]),
    ...[...firstLane, end],
  ];
  const name = Array.from('run', (letter) => letter.charCodeAt(0));
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // “\0asm”, version 1
    ...section(1, [1, 0x60, 1, i32, 1, f32]), // one type: i32 → f32
    ...section(3, [1, 0]), // one function, of that type
    ...section(7, [1, name.length, ...name, 0, 0]), // exported
    ...section(10, [1, ...sized(body)]),
  ]);
}

const section = (id: number, content: readonly number[]): number[] => [id, ...sized(content)];

const sized = (content: readonly number[]): number[] => [...leb128(content.length), ...content];

/** A whole number in seven bits a byte. */
function leb128(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb128(value >> 7)];
}
