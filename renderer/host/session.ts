const TOKEN = /^#token=([\w-]+)$/;

/**
 * Exchanges the token in the address for a session cookie and removes it from the address, so that it is neither
 * bookmarked nor shared. Does nothing if there is no token: the cookie of an earlier visit may still be valid.
 */
export async function exchangeToken(): Promise<void> {
  const token = TOKEN.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(null, '', `${location.pathname}#/data`);
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`the session was refused: ${response.status}`);
}
