import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { type ErrorShape, errorShape } from '../../shared/errors.ts';
import { pageHeaders } from '../page/headers.ts';

/** Sends a file, or only its headers for HEAD. Stops reading if the connection closes early. */
export function sendFile(response: ServerResponse, path: string, headers: Record<string, string>): void {
  response.writeHead(200, { ...pageHeaders, ...headers, 'content-length': statSync(path).size });
  if (response.req.method === 'HEAD') response.end();
  else pipeline(createReadStream(path), response, () => {});
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { ...pageHeaders, 'cache-control': 'no-store', 'content-type': 'application/json', ...headers })
    .end(text);
}

export function sendError(response: ServerResponse, status: number, error: ErrorShape): void {
  sendJson(response, status, { error }, { connection: 'close' });
}

/** Answers a request with an error. Closes the connection if part of the response was already sent. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) response.destroy();
  else sendError(response, 500, errorShape(error));
}

export const FOREIGN: ErrorShape = {
  code: 'FOREIGN_PAGE',
  message: 'This request does not come from a page of Portrait.',
  hint: 'Open the address exactly as Portrait printed it.',
};
export const NO_SESSION: ErrorShape = {
  code: 'NO_SESSION',
  message: 'This browser has no session, or the address has already been used.',
  hint: 'Press Enter in the terminal of Portrait and open the address that it prints.',
};
export const NOT_FOUND: ErrorShape = {
  code: 'NOT_FOUND',
  message: 'This address does not exist.',
  hint: 'Go back to the start page of Portrait.',
};
