import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { portInUse } from '../../../../shared/domain/port-in-use.ts';
import { BodyError, readBody } from './read-body.ts';
import type { Receiver } from './receiver.ts';

const LOOPBACK = '127.0.0.1';
/** Time limits in milliseconds. */
const TIME_LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 60_000 };
const MAX_CONNECTIONS = 200;
const SINGLE = /^\/v1\/(track|identify|page|screen|alias|group)$/;
const BATCH = /^\/v1\/(batch|import)$/;

interface Options {
  /** 0 selects a free port. */
  readonly port: number;
  /** What clients authenticate with: the user name of HTTP basic authentication, or a bearer token. */
  readonly key: string;
  readonly receiver: Receiver;
  /** Called after messages have been accepted. */
  onAccepted(): void;
  /** Called with what storing messages throws, such as on a full disk. */
  onError(error: unknown): void;
}

export interface HttpListener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Accepts messages over HTTP on the loopback address, in the form of Segment's tracking API. A request is answered
 * once its messages are on disk. Throws PORT_IN_USE.
 */
export async function listenHttp(options: Options): Promise<HttpListener> {
  const server = createServer(TIME_LIMITS, (request, response) => {
    answer(request, options).then(
      ({ status, body }) => send(response, status, body),
      () => request.destroy(),
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  return { port: await listen(server, options.port), close: () => close(server) };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

async function answer(request: IncomingMessage, options: Options): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://portrait.invalid');
  // A page of another site must not send messages, even if it knows the key.
  if (request.headers.origin !== undefined) return failure(403, 'ORIGIN_REFUSED');
  if (!isAuthorised(request.headers.authorization, options.key)) return failure(401, 'KEY_INVALID');
  if (request.method !== 'POST') return failure(405, 'METHOD_UNKNOWN');
  const single = SINGLE.exec(pathname)?.[1];
  if (single === undefined && !BATCH.test(pathname)) return failure(404, 'PATH_UNKNOWN');
  try {
    const { messages, sentAt } = messagesOf(await readBody(request), single);
    const receipt = await options.receiver.receive(messages, sentAt);
    if (receipt.accepted > 0) options.onAccepted();
    const isRefused = messages.length > 0 && receipt.rejected.length === messages.length;
    return { status: isRefused ? 400 : 200, body: { success: !isRefused, ...receipt } };
  } catch (error) {
    if (error instanceof BodyError) return failure(error.status, error.code);
    options.onError(error);
    return failure(503, 'NOT_STORED');
  }
}

/** The messages of a request's body; that of a single call has no type. */
function messagesOf(body: unknown, type: string | undefined): { messages: readonly unknown[]; sentAt?: unknown } {
  if (typeof body !== 'object' || body === null) throw new BodyError(400, 'BODY_UNREADABLE');
  if (type !== undefined) return { messages: [{ ...body, type }] };
  const { batch, sentAt } = body as { batch?: unknown; sentAt?: unknown };
  if (!Array.isArray(batch)) throw new BodyError(400, 'BATCH_MISSING');
  return { messages: batch, sentAt };
}

function isAuthorised(header: string | undefined, key: string): boolean {
  const [scheme = '', value = ''] = (header ?? '').split(' ');
  const credential = /^bearer$/i.test(scheme)
    ? value
    : /^basic$/i.test(scheme)
      ? Buffer.from(value, 'base64').toString().split(':')[0]!
      : '';
  const [a, b] = [Buffer.from(credential), Buffer.from(key)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const failure = (status: number, code: string): Answer => ({ status, body: { success: false, code } });

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 401 ? { 'www-authenticate': 'Basic realm="Portrait"' } : {}),
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  });
  response.end(text);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portInUse(port, error)));
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
