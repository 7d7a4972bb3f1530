import { MessagePack } from '../../shared/protocol/message-pack.ts';
import type { Port } from '../../shared/protocol/port.ts';
import { SUBPROTOCOL } from '../../shared/protocol/session-key.ts';

/** Opens a WebSocket to the browser host with the key of a session. Rejects if the connection fails. */
export function openWebSocketPort(url: URL, key: string): Promise<Port> {
  const socket = new WebSocket(url, key === '' ? [SUBPROTOCOL] : [SUBPROTOCOL, key]);
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(socketPort(socket)), { once: true });
    socket.addEventListener('close', () => reject(new Error('the engine cannot be reached')), { once: true });
  });
}

/** Wraps a WebSocket as a port of the protocol. */
function socketPort(socket: WebSocket): Port {
  const messages = new MessagePack();
  return {
    post: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(messages.pack(message));
    },
    onMessage: (listener) =>
      socket.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) listener(messages.unpack(new Uint8Array(data)));
      }),
    onClose: (listener) => socket.addEventListener('close', listener, { once: true }),
    close: () => socket.close(),
  };
}
