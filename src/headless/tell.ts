let hear: (line: string) => void = () => {};

/** Says how far something has come, to whoever listens: nobody, until a program does. */
export function tell(line: string): void {
  hear(line);
}

/** Hands every line from now on to `listener`, and to nobody else. */
export function listen(listener: (line: string) => void): void {
  hear = listener;
}
