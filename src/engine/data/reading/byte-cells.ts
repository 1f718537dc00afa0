/** Cells that are plain numbers, read without making text of them. */
const [zero, nine, point] = [48, 57, 46];
/** Digits of a number that is exact whatever they are. */
const mostDigits = 15;
const powers = Float64Array.from({ length: mostDigits + 1 }, (_zero, digits) => 10 ** digits);

/**
 * The number that the bytes from `from` to `to - 1` write as digits, perhaps with a point and
 * more digits; NaN where they write anything else, which may be a number all the same.
 */
export function readDigits(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || to - from > mostDigits) return NaN;
  let mantissa = 0;
  let decimals = -1;
  for (let at = from; at < to; at++) {
    const code = bytes[at];
    if (code >= zero && code <= nine) {
      mantissa = 10 * mantissa + code - zero;
      if (decimals >= 0) decimals++;
    } else if (code === point && decimals < 0 && at > from && at < to - 1) decimals = 0;
    else return NaN;
  }
  return decimals > 0 ? mantissa / powers[decimals] : mantissa;
}
