import type { Port } from '../../shared/protocol/port.ts';

/** Subset of Electron's MessagePortMain that a protocol port needs. */
export interface MainPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/**
 * Adapts Electron's MessagePortMain to a protocol port. Typed arrays are structured-cloned, without a transfer list.
 */
export function mainPort(port: MainPort): Port {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
