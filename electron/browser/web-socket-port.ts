import type { WebSocket } from 'ws';
import { MessagePack } from '../../shared/protocol/message-pack.ts';
import type { Port } from '../../shared/protocol/port.ts';

const BAD_DATA = 1007;
const TRY_AGAIN_LATER = 1013;
/** Maximum number of bytes that a client has not read yet when another message is sent. */
const MAX_BACKLOG = 64 * 2 ** 20;

/**
 * Adapts a WebSocket to a protocol port. Closes the connection of a client that does not read; the client may
 * reconnect.
 */
export function webSocketPort(socket: WebSocket): Port {
  const messages = new MessagePack();
  socket.on('error', () => socket.terminate());
  return {
    post: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MAX_BACKLOG) socket.close(TRY_AGAIN_LATER, 'too many unread messages');
      else socket.send(messages.pack(message));
    },
    onMessage: (listener) =>
      socket.on('message', (data) => {
        const message = unpack(messages, data);
        if (message === undefined) socket.close(BAD_DATA, 'not a message of the protocol');
        else listener(message);
      }),
    onClose: (listener) => socket.once('close', listener),
    close: () => socket.close(),
  };
}

function unpack(messages: MessagePack, data: unknown): unknown {
  try {
    return data instanceof Uint8Array ? messages.unpack(data) : undefined;
  } catch {
    return undefined;
  }
}
