/**
 * Bytes of memory that the device has. Chromium alone says so, roughly, and never more than some
 * 8 GiB; without end elsewhere.
 */
export function deviceMemory(): number {
  const { deviceMemory: gibibytes = Infinity } = navigator as { readonly deviceMemory?: number };
  return gibibytes * 2 ** 30;
}
