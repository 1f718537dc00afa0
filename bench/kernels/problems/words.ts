/** A count, for people. */
export const count = (n: number): string => n.toLocaleString('en');
