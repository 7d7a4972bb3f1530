import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type Callable, serve } from '../../shared/protocol/server.ts';
import { SUBPROTOCOL } from '../../shared/protocol/session-key.ts';
import type { ConnectionLimit } from './connection-limit.ts';
import { wireCredentials } from './credentials.ts';
import type { OriginCheck } from './origin-check.ts';
import type { Sessions } from './sessions.ts';
import { webSocketPort } from './web-socket-port.ts';

/** Maximum size in bytes of a message to the engine; a lasso of ten thousand points is far smaller. */
const MAX_PAYLOAD = 8 * 1024 * 1024;
/** Maximum number of open pages. */
const MAX_WIRES = 256;
const POLICY_VIOLATION = 1008;

interface WireContext {
  readonly originCheck: OriginCheck;
  readonly connections: ConnectionLimit;
  readonly sessions: Sessions;
  readonly engine: Callable;
}

/** Serves the engine on each WebSocket that a page with a session opens, until the session ends. */
export function acceptWires(
  server: Server,
  { originCheck, connections, sessions, engine }: WireContext,
): WebSocketServer {
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    // The answer must not repeat the key, which the page offers as another subprotocol.
    handleProtocols: () => SUBPROTOCOL,
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const isWire = request.url === '/wire' && originCheck.mayAct(request.headers);
    const session = isWire ? sessions.openWire(wireCredentials(request.headers)) : null;
    if (!session) return refuse(socket, '403 Forbidden');
    socket.once('close', session.closed);
    if (webSockets.clients.size >= MAX_WIRES) return refuse(socket, '503 Service Unavailable');
    connections.exempt(request.socket);
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const timer = setTimeout(() => webSocket.close(POLICY_VIOLATION, 'the session has ended'), session.remaining);
      webSocket.once('close', () => clearTimeout(timer));
      serve(engine, webSocketPort(webSocket));
    });
  });
  return webSockets;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}
