import { readFileSync } from 'node:fs';
import { pageHeaders } from '../page/headers.ts';
import { pageFile } from '../page/page-file.ts';

export const SCHEME = 'portrait';
const HOST = 'app';
export const START_PAGE = `${SCHEME}://${HOST}/`;

/** Whether an address belongs to the application's own page, by exact scheme and host. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.port === '';
}

/** Returns the response to a request in the page's scheme. */
export function pageResponse(folder: string, address: string, method: string): Response {
  const file = isOwnPage(address) && method === 'GET' ? pageFile(folder, new URL(address).pathname) : null;
  if (!file) return new Response('', { status: 404, headers: pageHeaders });
  return new Response(readFileSync(file.path), { headers: { ...pageHeaders, 'content-type': file.type } });
}
