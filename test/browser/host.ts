import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserHost, serveBrowser } from '../../electron/browser/serve-browser.ts';
import { webSocketPort } from '../../electron/browser/web-socket-port.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { testFolder } from '../support/folder.ts';

/** A browser host with a home of its own; closed after the test. */
export async function testHost(): Promise<BrowserHost & { origin: string; home: string }> {
  const home = testFolder();
  const host = await serveBrowser({ home });
  onTestFinished(() => host.close());
  return { ...host, origin: new URL(host.url).origin, home };
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** One request exactly as given: unlike `fetch`, it lets a test forge the host, the origin and the path. */
export function send(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const tokenOf = (url: string): string => new URL(url).hash.replace('#token=', '');

/** Exchanges an address's token as the page does; gives the answer. */
export function exchange(origin: string, token: string, headers: Record<string, string> = {}): Promise<Answer> {
  return send(origin, 'POST', '/session', { origin, ...headers }, JSON.stringify({ token }));
}

/** The cookie of a new session. */
export async function newSession({ origin, freshUrl }: { origin: string; freshUrl(): string }): Promise<string> {
  const { headers } = await exchange(origin, tokenOf(freshUrl()));
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

/** Opens the wire; gives a client of the engine, or the status that refused it. */
export function openWire(
  origin: string,
  headers: Record<string, string>,
  path = '/wire',
): Promise<EngineClient | number> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(new EngineClient(webSocketPort(socket))));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}
