import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may talk to the engine. A token in the address is good for one session and then spent: addresses end up in
 * histories and process lists. The session's cookie, which no script can read, outlives a reload of the page.
 */
export class Sessions {
  private readonly cookie: string;
  private readonly tokens = new Set<string>();
  private readonly sessions = new Set<string>();

  /** Cookies are shared by all ports of a host, so the port is in the cookie's name. */
  constructor(port: number) {
    this.cookie = `portrait-${port}`;
  }

  /** A new token for an address. */
  issue(): string {
    return secret(this.tokens);
  }

  /** Spends a token. Gives the header that sets the session's cookie, or null where the token is not a good one. */
  exchange(token: string): string | null {
    if (!this.tokens.delete(digest(token))) return null;
    return `${this.cookie}=${secret(this.sessions)}; Path=/; HttpOnly; SameSite=Strict`;
  }

  has({ cookie = '' }: IncomingHttpHeaders): boolean {
    return cookie.split('; ').some((pair) => {
      const [name, value = ''] = pair.split('=');
      return name === this.cookie && this.sessions.has(digest(value));
    });
  }
}

/** Only digests are kept and looked up, so that the time a look-up takes tells nothing of a secret. */
const digest = (value: string) => createHash('sha256').update(value).digest('hex');

function secret(known: Set<string>): string {
  const value = randomBytes(32).toString('base64url');
  known.add(digest(value));
  return value;
}
