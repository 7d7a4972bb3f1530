/**
 * Dawn's callbacks, such as "this buffer can be read now", come when it is ticked, for which it asks Node by `setImmediate`.
 * Whoever must wait for a result without leaving a function, as TensorFlow.js's `dataSync` must, ticks it himself.
 */
type Callback = (...args: unknown[]) => void;

const asked = new Set<() => void>();
let watching = false;

/** Takes note of what Dawn asks of `setImmediate`, from before Dawn is started; others' calls are passed on as they are. */
export function watchTicks(): void {
  if (watching) return;
  watching = true;
  globalThis.setImmediate = new Proxy(globalThis.setImmediate, {
    apply: (original, self, [callback, ...args]: [Callback, ...unknown[]]) => {
      if (!isNative(callback)) return Reflect.apply(original, self, [callback, ...args]);
      const once = () => {
        if (asked.delete(once)) callback();
      };
      asked.add(once);
      return original(once);
    },
  });
}

/** Ticks until the condition holds. Throws where nothing is left to tick. */
export function tickUntil(done: () => boolean): void {
  while (!done()) {
    if (asked.size === 0) throw new Error('Dawn waits for nothing');
    for (const tick of [...asked]) tick();
  }
}

/** Dawn's callbacks are made in C++ and have no name. */
function isNative(callback: Callback): boolean {
  return callback.name === '' && Function.prototype.toString.call(callback).includes('[native code]');
}
