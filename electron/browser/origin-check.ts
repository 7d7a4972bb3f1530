import type { IncomingHttpHeaders } from 'node:http';

/**
 * Checks whether a request comes from the application's own page. Host and origin are compared exactly: a site whose
 * name resolves to this machine (DNS rebinding) sends its own name as host, and a page of another site sends its own
 * origin.
 */
export class OriginCheck {
  private readonly hosts: ReadonlySet<string>;

  constructor(port: number) {
    this.hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  }

  /** For read-only requests; browsers omit the origin in a plain navigation. */
  mayRead({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
    if (host === undefined || !this.hosts.has(host)) return false;
    if (origin !== undefined && origin !== `http://${host}`) return false;
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  /** For requests that change something and for the WebSocket; the origin is required. */
  mayAct(headers: IncomingHttpHeaders): boolean {
    return headers.origin !== undefined && this.mayRead(headers);
  }
}
