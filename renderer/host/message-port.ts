import type { Port } from '../../shared/protocol/port.ts';

/** Wraps a MessagePort as a port of the protocol. */
export function messagePort(port: MessagePort): Port {
  const closeListeners = new Set<() => void>();
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  port.addEventListener('close', close);
  port.start();
  return {
    post: (message) => {
      if (open) port.postMessage(message);
    },
    onMessage: (listener) => port.addEventListener('message', (event) => listener(event.data)),
    onClose: (listener) => closeListeners.add(listener),
    close: () => {
      port.close();
      close();
    },
  };
}
