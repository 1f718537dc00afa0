/** Where a training waits while it is paused. */
export interface Gate {
  readonly isClosed: boolean;
  close(): void;
  open(): void;
  /** Resolves once the gate is open. */
  passed(): Promise<void>;
}

export function createGate(): Gate {
  let waiting: (() => void)[] = [];
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    close() {
      isClosed = true;
    },
    open() {
      isClosed = false;
      for (const go of waiting) go();
      waiting = [];
    },
    passed: () => (isClosed ? new Promise((go) => waiting.push(go)) : Promise.resolve()),
  };
}
