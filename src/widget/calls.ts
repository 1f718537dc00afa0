import type { LoggedEvent } from '../visitor-api';
import type { Call, FrameMessage } from './protocol';

type Answer = readonly LoggedEvent[] | void;

interface Caller {
  readonly resolve: (value: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** Calls across a border that only messages cross. */
export interface Calls {
  call(call: Call): Promise<Answer>;
  /** Ends the call that a message answers, if it is an answer. */
  settle(message: FrameMessage): void;
}

/** Calls that `send` takes across, each with a number that its answer bears. */
export function createCalls(send: (id: number, call: Call) => void): Calls {
  const callers = new Map<number, Caller>();
  let calls = 0;
  return {
    call(call) {
      const id = (calls += 1);
      return new Promise((resolve, reject) => {
        callers.set(id, { resolve, reject });
        send(id, call);
      });
    },
    settle(message) {
      if (message.type !== 'answer' && message.type !== 'refusal') return;
      const caller = callers.get(message.id);
      callers.delete(message.id);
      if (message.type === 'answer') caller?.resolve(message.value);
      else caller?.reject(toError(message.reason));
    },
  };
}

function toError({ name, message }: { name: string; message: string }): Error {
  return Object.assign(new Error(message), { name });
}
