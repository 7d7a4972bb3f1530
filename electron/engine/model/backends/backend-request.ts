import type { BackendName } from '../../../../shared/domain/backends.ts';

interface Wish {
  readonly name: BackendName;
  /** Told why where it cannot be started and `wasm` is in its place, and what that lacks. */
  onFallback(reason: unknown): void;
}

let wish: Wish = { name: 'wasm', onFallback() {} };

/** Which backend this thread's models are to run on, from the next `startBackend` on; `wasm` where nobody has said. */
export function wishForBackend(name: BackendName, onFallback: Wish['onFallback']): void {
  wish = { name, onFallback };
}

export const wishedBackend = (): Wish => wish;
