import type { Endpoint } from 'comlink';

/** The half of a process's messages that both ends of a channel have. */
export interface Channel {
  send?(message: unknown, done: () => void): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** A process as comlink wants it; nothing here stops listening. */
export function endpointOf(channel: Channel): Endpoint {
  return {
    // What is sent to a process that has ended is lost, and no error: it was closed.
    postMessage: (message) => void channel.send?.(message, () => {}),
    addEventListener: (_type, listener) => {
      const hear = typeof listener === 'function' ? listener : listener.handleEvent;
      channel.on('message', (data) => hear({ data } as MessageEvent));
    },
    removeEventListener: () => {},
  };
}

/** Where whoever opened this realm listens: outside the worker, or in the parent process. */
export function opener(): Endpoint {
  const { process } = globalThis as { process?: Channel };
  return process?.send ? endpointOf(process) : (globalThis as unknown as Endpoint);
}
