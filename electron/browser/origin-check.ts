import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from our own page. Host and origin are compared whole: a site that has its name resolve to
 * this machine (DNS rebinding) sends its own name as host, and a page of another site sends its own origin.
 */
export class Gate {
  private readonly hosts: ReadonlySet<string>;

  constructor(port: number) {
    this.hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  }

  /** For what only reads: browsers leave the origin out of a plain navigation. */
  mayRead({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
    if (host === undefined || !this.hosts.has(host)) return false;
    if (origin !== undefined && origin !== `http://${host}`) return false;
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  /** For what changes something, and for the wire to the engine: the origin must be there. */
  mayAct(headers: IncomingHttpHeaders): boolean {
    return headers.origin !== undefined && this.mayRead(headers);
  }
}
