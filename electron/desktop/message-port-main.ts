import type { Port } from '../../shared/protocol/port.ts';

/** The part of Electron's MessagePortMain that a port of the protocol needs. */
export interface MainPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** Electron's MessagePortMain as a port of the protocol; typed arrays go by structured clone, without a transfer list. */
export function mainPort(port: MainPort): Port {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
