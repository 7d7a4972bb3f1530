/**
 * Dawn runs its callbacks, such as the completion of `mapAsync`, when it is ticked, which it schedules with Node's
 * `setImmediate`. Code that must wait synchronously for a result, as TensorFlow.js's `dataSync` must, runs these ticks
 * itself.
 */
type Callback = (...args: unknown[]) => void;

const pendingCallbacks = new Set<() => void>();
let watching = false;

/**
 * Records the ticks that Dawn schedules with `setImmediate`; must be called before Dawn starts. Other callbacks are
 * passed through unchanged.
 */
export function watchTicks(): void {
  if (watching) return;
  watching = true;
  globalThis.setImmediate = new Proxy(globalThis.setImmediate, {
    apply: (original, self, [callback, ...args]: [Callback, ...unknown[]]) => {
      if (!isNative(callback)) return Reflect.apply(original, self, [callback, ...args]);
      const runOnce = () => {
        if (pendingCallbacks.delete(runOnce)) callback();
      };
      pendingCallbacks.add(runOnce);
      return original(runOnce);
    },
  });
}

/** Runs pending ticks until the condition holds. Throws an Error if none are pending. */
export function tickUntil(done: () => boolean): void {
  while (!done()) {
    if (pendingCallbacks.size === 0) throw new Error('Dawn has no pending callbacks');
    for (const tick of [...pendingCallbacks]) tick();
  }
}

/** Whether a callback is native: Dawn's are implemented in C++ and have no name. */
function isNative(callback: Callback): boolean {
  return callback.name === '' && Function.prototype.toString.call(callback).includes('[native code]');
}
