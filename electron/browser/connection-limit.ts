import type { Socket } from 'node:net';

/** Maximum number of connections without a session; a browser opens at most six to a host. */
const MAX_GUESTS = 128;

/**
 * Limits the connections that have not presented a session: the oldest one is closed for each that exceeds the limit.
 * New connections are never refused, so that half-open ones cannot keep a page from loading.
 */
export class ConnectionLimit {
  private readonly guests = new Set<Socket>();

  /** Counts a new connection. */
  add(socket: Socket): void {
    this.guests.add(socket);
    socket.once('close', () => this.guests.delete(socket));
    const [oldest] = this.guests;
    if (oldest && this.guests.size > MAX_GUESTS) {
      this.guests.delete(oldest);
      oldest.destroy();
    }
  }

  /** Exempts a connection that has presented a session. */
  exempt(socket: Socket): void {
    this.guests.delete(socket);
  }
}
