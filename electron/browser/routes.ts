import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorShape } from '../../shared/errors.ts';
import type { Engine } from '../engine/engine.ts';
import { exportedFile } from '../engine/exported-file.ts';
import type { GrantedPaths } from '../engine/file-access.ts';
import { pageFile } from '../page/page-file.ts';
import type { Gate } from './origin-check.ts';
import { tokenOf } from './read-token.ts';
import { FOREIGN, NO_SESSION, NOT_FOUND, sendError, sendFile, sendJson } from './responses.ts';
import type { Sessions } from './sessions.ts';
import type { Uploads } from './uploads.ts';

/** What the routes work on. */
export interface Site {
  readonly page: string;
  readonly gate: Gate;
  readonly sessions: Sessions;
  readonly uploads: Uploads;
  readonly files: GrantedPaths;
  readonly engine: Engine;
}

/** Answers one request: the built page, the exchange of a token, a file up, an export down. */
export async function route(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers, method } = request;
  const url = new URL(request.url ?? '/', 'http://portrait.invalid');
  const reads = method === 'GET' || method === 'HEAD';
  if (!(reads ? site.gate.mayRead(headers) : site.gate.mayAct(headers))) return sendError(response, 403, FOREIGN);
  if (method === 'POST' && url.pathname === '/session') return openSession(site, request, response);
  if (method === 'POST' && url.pathname === '/files') return takeFile(site, request, response, url);
  if (reads && url.pathname.startsWith('/exports/')) return giveExport(site, request, response, url);
  if (reads) return givePage(site, response, url.pathname);
  sendError(response, 405, NOT_FOUND);
}

async function openSession({ sessions }: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const cookie = sessions.exchange((await tokenOf(request)) ?? '');
  if (cookie) sendJson(response, 200, {}, { 'set-cookie': cookie });
  else if (sessions.has(request.headers)) sendJson(response, 200, {});
  else sendError(response, 401, NO_SESSION);
}

async function takeFile(site: Site, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (!site.sessions.has(request.headers)) return sendError(response, 401, NO_SESSION);
  try {
    const path = await site.uploads.receive(request, url.searchParams.get('name') ?? '');
    sendJson(response, 200, { file: site.files.grant(path) });
  } catch (error) {
    sendError(response, 507, errorShape(error));
  }
}

function giveExport(site: Site, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const allowed = site.sessions.has(request.headers);
  const name = exportName(url.pathname);
  const path = allowed ? exportedFile(site.engine, name) : null;
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

function givePage({ page }: Site, response: ServerResponse, pathname: string): void {
  const file = pageFile(page, pathname);
  if (!file) sendError(response, 404, NOT_FOUND);
  else {
    const cache = file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache';
    sendFile(response, file.path, { 'content-type': file.type, 'cache-control': cache });
  }
}
