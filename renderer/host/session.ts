const TOKEN = /^#token=([\w-]+)$/;

/**
 * Exchanges the token of the address for a session cookie and takes it out of the address, so that it is neither
 * bookmarked nor shared. Does nothing where there is none: the cookie of an earlier visit may still hold.
 */
export async function exchangeToken(): Promise<void> {
  const token = TOKEN.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(null, '', `${location.pathname}#/data`);
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) throw new Error(`the session was refused: ${answer.status}`);
}
