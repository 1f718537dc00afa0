import { hasSignature, signatures } from '../opening/signatures';

/**
 * Label of the `TextDecoder` for a file that begins with `bytes`, or null where
 * they are no text at all. Without a byte order mark it is UTF-8 if they are valid
 * as that, else windows-1252, of which latin-1 is a part.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = countZeros(bytes);
  if (zeros.odd + zeros.even > 0) return guessWide(bytes.length, zeros);
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Names the archives and pictures that get dropped by mistake, by their first bytes. */
export function nameOfBinary(bytes: Uint8Array): string {
  const known = binaries.find(([signature]) => hasSignature(bytes, signature));
  return known ? known[1] : 'not a text file';
}

const binaries: readonly (readonly [readonly number[], string])[] = [
  [signatures.gzip, 'a compressed file (gzip) within an archive: unpack it first'],
  [signatures.zip, 'an archive or a spreadsheet (zip) within an archive: unpack it first'],
  [signatures.zstd, 'a compressed file (zstd): unpack it first'],
  [signatures.sevenZip, 'an archive (7z): unpack it first'],
  [signatures.rar, 'an archive (rar): unpack it first'],
  [signatures.xls, 'an old spreadsheet (xls): save it as CSV'],
  [signatures.parquet, 'a Parquet file that is packed: unpack it first'],
  [signatures.png, 'a picture (png)'],
  [signatures.jpeg, 'a picture (jpeg)'],
  [signatures.gif, 'a picture (gif)'],
  [signatures.pdf, 'a PDF'],
];

interface Zeros {
  readonly odd: number;
  readonly even: number;
}

/** Zero bytes at odd and at even places: text holds none but in UTF-16. */
function countZeros(bytes: Uint8Array): Zeros {
  let [odd, even] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 1) odd++;
    else even++;
  }
  return { odd, even };
}

/** UTF-16 without a mark, where digits and delimiters have a zero on one side only. */
function guessWide(length: number, { odd, even }: Zeros): string | null {
  const [many, few] = [length / 5, length / 100];
  if (odd > many && even < few) return 'utf-16le';
  if (even > many && odd < few) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The last character may be cut in two: `stream` waits for the rest of it.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
