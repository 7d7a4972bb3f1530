import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserHost, serveBrowser } from '../../electron/browser/serve-browser.ts';
import { webSocketPort } from '../../electron/browser/web-socket-port.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { KEY_HEADER, SUBPROTOCOL } from '../../shared/protocol/session-key.ts';
import { testFolder } from '../support/folder.ts';

/** Starts a browser host with a temporary home folder; closed after the test. */
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

/** Sends one request unchanged: unlike `fetch`, it lets a test forge the host, the origin and the path. */
export async function send(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> {
  const answer = await exchangeBytes(origin, method, path, headers, body);
  return { ...answer, body: answer.body.toString() };
}

/** Gets a path; returns the body as it was sent, such as compressed. */
export function receive(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<Omit<Answer, 'body'> & { body: Buffer }> {
  return exchangeBytes(origin, 'GET', path, headers, '');
}

function exchangeBytes(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Buffer,
): Promise<Omit<Answer, 'body'> & { body: Buffer }> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const clientRequest = request({ hostname, port, method, path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    });
    clientRequest.on('error', reject);
    clientRequest.end(body);
  });
}

export const tokenOf = (url: string): string => new URL(url).hash.replace('#token=', '');

/** Exchanges a URL's token as the page does; returns the response. */
export function exchange(origin: string, token: string, headers: Record<string, string> = {}): Promise<Answer> {
  return send(origin, 'POST', '/session', { origin, ...headers }, JSON.stringify({ token }));
}

/** Both secrets of a browser's session. */
export interface Session {
  readonly cookie: string;
  readonly key: string;
}

/** Exchanges a fresh token for a session. */
export async function newSession({ origin, freshUrl }: { origin: string; freshUrl(): string }): Promise<Session> {
  const { headers, body } = await exchange(origin, tokenOf(freshUrl()));
  return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', key: JSON.parse(body).key };
}

/** Returns the headers that the page sends with uploads and downloads. */
export function pageHeaders(origin: string, { cookie, key }: Session): Record<string, string> {
  return { origin, cookie, [KEY_HEADER]: key };
}

/** Opens a WebSocket as the page does. */
export function openSocket(origin: string, headers: Record<string, string>, key: string, path = '/wire'): WebSocket {
  return new WebSocket(`${origin.replace('http', 'ws')}${path}`, [SUBPROTOCOL, key], { headers });
}

/** Opens the wire; returns a client of the engine, or the status code if it was refused. */
export function openWire(
  origin: string,
  headers: Record<string, string>,
  key: string,
  path?: string,
): Promise<EngineClient | number> {
  const socket = openSocket(origin, headers, key, path);
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(new EngineClient(webSocketPort(socket))));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}
