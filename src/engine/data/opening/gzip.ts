import { failure } from '../../../errors';
import { refuseBomb } from './limits';
import type { Source } from './source';
import { watched } from './watched';

/** What is compressed in `file`; the end of a gzip file says how long that is, modulo 2³². */
export async function openGzip(file: File): Promise<Source> {
  const end = new DataView(await file.slice(-4).arrayBuffer());
  const stated = end.byteLength === 4 ? end.getUint32(0, true) : 0;
  return {
    name: file.name.replace(/\.gz$/i, ''),
    size: Math.max(stated, file.size),
    stream: () => unpack(file),
  };
}

function unpack(file: File): ReadableStream<Uint8Array> {
  let unpacked = 0;
  return watched(file.stream().pipeThrough(new DecompressionStream('gzip')), {
    check(piece) {
      unpacked += piece.length;
      refuseBomb(file.name, file.size, unpacked);
    },
    explain(cause) {
      const remedy = 'Download it again, or unpack it yourself and choose what is inside.';
      return failure('InputError', `${file.name} is damaged or was cut off. ${remedy}`, cause);
    },
  });
}
