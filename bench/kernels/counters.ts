/** What was asked of the GPU since the counting began. */
export interface Counts {
  readonly dispatches: number;
  readonly submits: number;
  /** Of all buffers made and not yet destroyed. */
  readonly bytes: number;
}

/** The classes of WebGPU whose methods are counted. */
export interface GpuClasses {
  readonly GPUComputePassEncoder: {
    prototype: Pick<GPUComputePassEncoder, 'dispatchWorkgroups' | 'dispatchWorkgroupsIndirect'>;
  };
  readonly GPUQueue: { prototype: Pick<GPUQueue, 'submit'> };
  readonly GPUDevice: { prototype: Pick<GPUDevice, 'createBuffer'> };
  readonly GPUBuffer: { prototype: Pick<GPUBuffer, 'destroy' | 'size'> };
}

/**
 * Counts, from now on, whatever calls WebGPU in this realm: by wrapping the methods
 * themselves, so that every library is counted alike. Gives a function that reads.
 */
export function countGpuCalls(classes: GpuClasses): () => Counts {
  let [dispatches, submits, bytes] = [0, 0, 0];
  const alive = new WeakSet<object>();
  const pass = classes.GPUComputePassEncoder.prototype;
  before(pass, 'dispatchWorkgroups', () => dispatches++);
  before(pass, 'dispatchWorkgroupsIndirect', () => dispatches++);
  before(classes.GPUQueue.prototype, 'submit', () => submits++);
  after(classes.GPUDevice.prototype, 'createBuffer', (buffer) => {
    alive.add(buffer);
    bytes += buffer.size;
  });
  before(classes.GPUBuffer.prototype, 'destroy', (buffer) => {
    if (alive.delete(buffer)) bytes -= buffer.size;
  });
  return () => ({ dispatches, submits, bytes });
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Calls `notice` with the object before each call of one of its methods. */
function before<T extends object>(
  prototype: T,
  name: keyof T & string,
  notice: (self: T) => void,
): void {
  wrap(
    prototype,
    name,
    (method) =>
      function (this: unknown, ...args) {
        notice(this as T);
        return method.apply(this, args);
      },
  );
}

/** Calls `notice` with what each call of a method gave. */
function after<T extends object, N extends keyof T & string>(
  prototype: T,
  name: N,
  notice: (result: T[N] extends (...args: never[]) => infer R ? R : never) => void,
): void {
  wrap(
    prototype,
    name,
    (method) =>
      function (this: unknown, ...args) {
        const result = method.apply(this, args);
        notice(result as Parameters<typeof notice>[0]);
        return result;
      },
  );
}

function wrap(prototype: object, name: string, around: (method: Method) => Method): void {
  const methods = prototype as Record<string, Method>;
  methods[name] = around(methods[name]);
}
