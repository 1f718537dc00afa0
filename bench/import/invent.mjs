/** What the makers of stand-ins share: seeded chance, long tails, and files written as a stream. */
import { Buffer } from 'node:buffer';
import { closeSync, openSync, writeSync } from 'node:fs';

const bufferBytes = 2 ** 20;

/** mulberry32: `[0, 1)` */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `[count]` log-normal numbers, each from `least` to `most`, that sum to `total`. The `spread` is
 * the standard deviation of their logarithm.
 */
export function drawLengths({ count, total, least, most, spread }, random) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const raw = Float64Array.from({ length: count }, () => Math.exp(spread * normal()));
  const spare = total - least * count;
  const sum = raw.reduce((all, length) => all + length, 0);
  const lengths = Int32Array.from(raw, (length) =>
    Math.min(most, least + Math.floor((spare * length) / sum)),
  );
  let missing = total - lengths.reduce((all, length) => all + length, 0);
  for (let at = 0; missing > 0; at = (at + 1) % count) {
    if (lengths[at] >= most) continue;
    lengths[at]++;
    missing--;
  }
  return lengths;
}

/** A file to write line by line; all characters must be of latin-1. */
export function openSink(file) {
  const descriptor = openSync(file, 'w');
  const buffer = Buffer.alloc(bufferBytes);
  let filled = 0;
  const flush = () => {
    writeSync(descriptor, buffer, 0, filled);
    filled = 0;
  };
  return {
    write(line) {
      if (filled + line.length > bufferBytes) flush();
      filled += buffer.write(line, filled, 'latin1');
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}

const syllables =
  'ba ber cal dor el fen gar hol ist jo kel lan mor nes ol per quin ros sel tam ul ver win yar zel'.split(
    ' ',
  );

/** A name of one to four invented words. */
export function inventName(random) {
  const pick = () => syllables[Math.floor(random() * syllables.length)];
  const word = () => {
    const text = Array.from({ length: 2 + Math.floor(random() * 2) }, pick).join('');
    return text[0].toUpperCase() + text.slice(1);
  };
  return Array.from({ length: 1 + Math.floor(random() * 4) }, word).join(' ');
}
