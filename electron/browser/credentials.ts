import type { IncomingHttpHeaders } from 'node:http';
import { KEY_HEADER, SUBPROTOCOL } from '../../shared/protocol/session-key.ts';
import type { Credentials } from './sessions.ts';

/** Returns the credentials of a request: its cookie and the key in `KEY_HEADER`. */
export function requestCredentials(headers: IncomingHttpHeaders): Credentials {
  return { cookie: headers.cookie, key: headers[KEY_HEADER]?.toString() };
}

/**
 * Returns the credentials of a WebSocket's handshake. A page cannot set its headers, so the key is the subprotocol that
 * is offered after `SUBPROTOCOL`.
 */
export function wireCredentials(headers: IncomingHttpHeaders): Credentials {
  const [protocol, key] = (headers['sec-websocket-protocol'] ?? '').split(/, */);
  return { cookie: headers.cookie, key: protocol === SUBPROTOCOL ? key : undefined };
}
