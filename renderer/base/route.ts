/** A location in the workbench: a page, what it shows (a user's name, a segment's id), and its query parameters. */
export interface Route {
  page: Page;
  id: string | null;
  query: Readonly<Record<string, string>>;
}

/** The properties that the component of every page takes. */
export interface PageProps {
  route: Route;
}

export const pages = ['data', 'model', 'predictions', 'texts', 'map', 'users', 'segments', 'jobs'] as const;
export type Page = (typeof pages)[number];

const isPage = (name: string): name is Page => pages.some((page) => page === name);

/** Parses a location hash such as `#/users/Anna%20B?layer=2`. An unknown page leads to the data page. */
export function parseHash(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [page = '', ...idParts] = path.split('/');
  if (!isPage(page)) return { page: 'data', id: null, query: {} };
  const id = idParts.map(decode).join('/');
  return { page, id: id === '' ? null : id, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** Returns the hash of a route; the inverse of `parseHash`. */
export function hashOf(page: Page, id: string | null = null, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  const path = id === null ? '' : `/${id.split('/').map(encodeURIComponent).join('/')}`;
  return `#/${page}${path}${search && `?${search}`}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
