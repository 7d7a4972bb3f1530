import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Authenticates browsers. The token in a URL can be exchanged for one session only, since URLs end up in histories and
 * process lists. The session's cookie, which scripts cannot read, survives a reload of the page.
 */
export class Sessions {
  private readonly cookie: string;
  private readonly tokens = new Set<string>();
  private readonly sessions = new Set<string>();

  /** The cookie's name contains the port because cookies are shared by all ports of a host. */
  constructor(port: number) {
    this.cookie = `portrait-${port}`;
  }

  /** Issues a new token for a URL. */
  issue(): string {
    return issueSecret(this.tokens);
  }

  /** Consumes a token. Returns the header that sets the session's cookie, or null if the token is invalid. */
  exchange(token: string): string | null {
    if (!this.tokens.delete(digest(token))) return null;
    return `${this.cookie}=${issueSecret(this.sessions)}; Path=/; HttpOnly; SameSite=Strict`;
  }

  has({ cookie = '' }: IncomingHttpHeaders): boolean {
    return cookie.split('; ').some((pair) => {
      const [name, value = ''] = pair.split('=');
      return name === this.cookie && this.sessions.has(digest(value));
    });
  }
}

/** Secrets are stored and looked up as digests, so that the timing of a lookup reveals nothing about them. */
const digest = (value: string) => createHash('sha256').update(value).digest('hex');

function issueSecret(digests: Set<string>): string {
  const value = randomBytes(32).toString('base64url');
  digests.add(digest(value));
  return value;
}
