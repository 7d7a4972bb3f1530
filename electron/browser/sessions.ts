import { createHash, randomBytes } from 'node:crypto';

const HOUR = 3_600_000;
/** Milliseconds without a request or an open page after which a session ends. */
const MAX_IDLE = 24 * HOUR;
/** Milliseconds after which a session ends in any case. */
const MAX_AGE = 14 * 24 * HOUR;

/** What a browser presents: the header with its cookies, and the key that its page sends. */
export interface Credentials {
  readonly cookie?: string | undefined;
  readonly key: string | undefined;
}

interface Session {
  readonly keyDigest: string;
  readonly end: number;
  lastUse: number;
  /** Number of open WebSockets. */
  wires: number;
}

/**
 * Authenticates browsers. The token in a URL can be exchanged for one session only, since URLs end up in histories and
 * process lists. A session has two secrets, and every request needs both. The cookie, which scripts cannot read, is sent
 * by the browser to every server on this host, whatever its port. The key is sent by the page's scripts only, and kept
 * where only pages of this port can read it.
 */
export class Sessions {
  private readonly cookie: string;
  private readonly now: () => number;
  private readonly tokens = new Set<string>();
  private readonly sessions = new Map<string, Session>();

  /** The cookie's name contains the port because cookies are shared by all ports of a host. */
  constructor(port: number, now: () => number = Date.now) {
    this.cookie = `portrait-${port}`;
    this.now = now;
  }

  /** Issues a new token for a URL. */
  issue(): string {
    const token = newSecret();
    this.tokens.add(digest(token));
    return token;
  }

  /** Consumes a token. Returns the header that sets the session's cookie, and its key; null if the token is invalid. */
  exchange(token: string): { cookie: string; key: string } | null {
    if (!this.tokens.delete(digest(token))) return null;
    for (const [id, session] of this.sessions) if (this.hasEnded(session)) this.sessions.delete(id);
    const [cookie, key, now] = [newSecret(), newSecret(), this.now()];
    this.sessions.set(digest(cookie), { keyDigest: digest(key), end: now + MAX_AGE, lastUse: now, wires: 0 });
    return { cookie: `${this.cookie}=${cookie}; Path=/; HttpOnly; SameSite=Strict`, key };
  }

  /** Whether both secrets belong to one session that has not ended; counts as a use of it. */
  has(credentials: Credentials): boolean {
    return this.find(credentials) !== null;
  }

  /**
   * Keeps a session in use while a WebSocket is open. Returns the milliseconds until the session ends and a function to
   * call when the WebSocket is closed, or null if there is no such session.
   */
  openWire(credentials: Credentials): { remaining: number; closed: () => void } | null {
    const session = this.find(credentials);
    if (!session) return null;
    session.wires++;
    const closed = () => {
      session.wires--;
      session.lastUse = this.now();
    };
    return { remaining: session.end - this.now(), closed };
  }

  private find({ cookie = '', key = '' }: Credentials): Session | null {
    for (const pair of cookie.split('; ')) {
      const [name, value = ''] = pair.split('=');
      const session = name === this.cookie ? this.sessions.get(digest(value)) : undefined;
      if (!session || this.hasEnded(session) || session.keyDigest !== digest(key)) continue;
      session.lastUse = this.now();
      return session;
    }
    return null;
  }

  private hasEnded({ end, lastUse, wires }: Session): boolean {
    const now = this.now();
    return now >= end || (wires === 0 && now - lastUse >= MAX_IDLE);
  }
}

/** Secrets are stored and looked up as digests, so that the timing of a lookup reveals nothing about them. */
const digest = (value: string) => createHash('sha256').update(value).digest('hex');

const newSecret = () => randomBytes(32).toString('base64url');
