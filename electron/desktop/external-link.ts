/** Returns the address to open in the user's browser, or null: https only, without user name or password. */
export function externalLink(address: string): string | null {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
