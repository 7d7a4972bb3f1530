/** The address to open in the user's browser, or null: https only, and no name or password in it. */
export function externalLink(address: string): string | null {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
