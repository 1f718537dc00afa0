import { failure } from '../../../errors';

/** Bytes that no honest file has when unpacked. */
const mostBytes = 2 ** 35;
/** Times that a table shrinks at most; what was made to explode shrinks a thousand times. */
const mostRatio = 200;
/** Bytes that do no harm, whatever they were packed in. */
const harmless = 2 ** 26;

/** @throws InputError when `packed` bytes should not become so many `unpacked` ones */
export function refuseBomb(name: string, packed: number, unpacked: number): void {
  const isBomb = unpacked > harmless && unpacked > packed * mostRatio;
  if (!isBomb && unpacked <= mostBytes) return;
  throw failure(
    'InputError',
    `${name} would unpack to more than ${isBomb ? `${mostRatio} times its size` : '32 GiB'}, ` +
      'as no table of ratings does, so it was not read. If you trust it, unpack it and choose what is inside.',
  );
}
