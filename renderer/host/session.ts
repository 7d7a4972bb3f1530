import { z } from 'zod';
import { KEY_HEADER } from '../../shared/protocol/session-key.ts';

const TOKEN = /^#token=([\w-]+)$/;
const STORED_KEY = 'portrait-session-key';
const Session = z.object({ key: z.string().exactOptional() });

/**
 * Returns the key of this browser's session, or an empty string. All tabs of one address share it, and it survives a
 * reload; pages of other ports cannot read it. Without the cookie, which ends with the browser, it opens nothing.
 */
export function sessionKey(): string {
  return localStorage.getItem(STORED_KEY) ?? '';
}

/**
 * Exchanges the token in the address for a session and removes it from the address, so that it is neither bookmarked
 * nor shared. Does nothing if there is no token: the session of an earlier visit may not have ended.
 */
export async function exchangeToken(): Promise<void> {
  const token = TOKEN.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(null, '', `${location.pathname}#/home`);
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [KEY_HEADER]: sessionKey() },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`the session was refused: ${response.status}`);
  const { key } = Session.parse(await response.json());
  if (key !== undefined) localStorage.setItem(STORED_KEY, key);
}
