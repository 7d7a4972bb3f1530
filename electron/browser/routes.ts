import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorShape } from '../../shared/errors.ts';
import { exportedFile } from '../engine/exported-file.ts';
import type { GrantedPaths } from '../engine/granted-paths.ts';
import { pageFile } from '../page/page-file.ts';
import type { ConnectionLimit } from './connection-limit.ts';
import { encodedFile } from './content-encoding.ts';
import { requestCredentials } from './credentials.ts';
import type { OriginCheck } from './origin-check.ts';
import { readToken } from './read-token.ts';
import { FOREIGN, NO_SESSION, NOT_FOUND, sendError, sendFile, sendJson } from './responses.ts';
import type { RestartableEngine } from './restartable-engine.ts';
import type { Sessions } from './sessions.ts';
import type { Uploads } from './uploads.ts';

/** Dependencies of the routes. */
export interface RouteContext {
  readonly page: string;
  readonly originCheck: OriginCheck;
  readonly connections: ConnectionLimit;
  readonly sessions: Sessions;
  readonly uploads: Uploads;
  readonly files: GrantedPaths;
  readonly engine: RestartableEngine;
}

/** Handles one request: the built page, the token exchange, a file upload, or an export download. */
export async function route(site: RouteContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers, method } = request;
  const url = new URL(request.url ?? '/', 'http://portrait.invalid');
  const isRead = method === 'GET' || method === 'HEAD';
  if (!(isRead ? site.originCheck.mayRead(headers) : site.originCheck.mayAct(headers)))
    return sendError(response, 403, FOREIGN);
  if (method === 'POST' && url.pathname === '/session') return openSession(site, request, response);
  if (method === 'POST' && url.pathname === '/files') return receiveFile(site, request, response, url);
  if (isRead && url.pathname.startsWith('/exports/')) return sendExport(site, request, response, url);
  if (isRead) return sendPage(site, request, response, url.pathname);
  sendError(response, 405, NOT_FOUND);
}

/** Whether a request belongs to a session; if so, its connection is exempt from the limit. */
function hasSession({ sessions, connections }: RouteContext, { headers, socket }: IncomingMessage): boolean {
  const isOpen = sessions.has(requestCredentials(headers));
  if (isOpen) connections.exempt(socket);
  return isOpen;
}

async function openSession(site: RouteContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const session = site.sessions.exchange((await readToken(request)) ?? '');
  if (session) sendJson(response, 200, { key: session.key }, { 'set-cookie': session.cookie });
  else if (hasSession(site, request)) sendJson(response, 200, {});
  else sendError(response, 401, NO_SESSION);
}

async function receiveFile(
  site: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!hasSession(site, request)) return sendError(response, 401, NO_SESSION);
  try {
    const path = await site.uploads.receive(request, url.searchParams.get('name') ?? '');
    sendJson(response, 200, { file: site.files.grant(path) });
  } catch (error) {
    const shape = errorShape(error);
    sendJson(response, shape.code === 'UPLOAD_LIMIT' ? 429 : 507, { error: shape });
  }
}

function sendExport(site: RouteContext, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const allowed = hasSession(site, request);
  const name = exportName(url.pathname);
  const path = allowed ? exportedFile(site.engine.current, name) : null;
  if (!path) sendError(response, allowed ? 404 : 401, allowed ? NOT_FOUND : NO_SESSION);
  else
    sendFile(response, path, {
      'cache-control': 'no-store',
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    });
}

function exportName(pathname: string): string {
  try {
    return decodeURIComponent(pathname.slice('/exports/'.length));
  } catch {
    return '';
  }
}

function sendPage(
  { page }: RouteContext,
  { headers: { 'accept-encoding': acceptEncoding } }: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): void {
  const file = pageFile(page, pathname);
  if (!file) sendError(response, 404, NOT_FOUND);
  else {
    const { path, headers } = encodedFile(file.path, acceptEncoding);
    const cache = file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache';
    sendFile(response, path, { ...headers, 'content-type': file.type, 'cache-control': cache });
  }
}
