import type { BackendName } from '../../../../shared/domain/backends.ts';

interface BackendRequest {
  readonly name: BackendName;
  /**
   * Called with the reason if the backend cannot start and `wasm` replaces it, or if the started backend lacks a
   * capability.
   */
  onFallback(reason: unknown): void;
}

let request: BackendRequest = { name: 'wasm', onFallback() {} };

/** Requests the backend for this thread's models, from the next `startBackend` on; the default is `wasm`. */
export function requestBackend(name: BackendName, onFallback: BackendRequest['onFallback']): void {
  request = { name, onFallback };
}

export const requestedBackend = (): BackendRequest => request;
