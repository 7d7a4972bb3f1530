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

export const pages = [
  'home',
  'customers',
  'brief',
  'explore',
  'users',
  'segments',
  'traits',
  'predictions',
  'data',
  'models',
  'texts',
  'jobs',
  'settings',
  'workspaces',
] as const;
export type Page = (typeof pages)[number];

/** Page names in addresses of earlier versions. */
const earlierNames: ReadonlyMap<string, Page> = new Map([
  ['map', 'explore'],
  ['model', 'models'],
]);

/** Pages without details, whose address cannot have an id. */
export const pagesWithoutId: readonly Page[] = ['home', 'customers', 'settings', 'workspaces'];

const isPage = (name: string): name is Page => pages.some((page) => page === name);

/**
 * Parses a location hash such as `#/users/Anna%20B?layer=2`, also one of an earlier version. A hash without a path leads
 * home. Returns null if there is no such page, or if the page takes no id and the hash has one.
 */
export function parseHash(hash: string): Route | null {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [name = '', ...idParts] = path.split('/');
  const page = name === '' || !hash.startsWith('#/') ? 'home' : (earlierNames.get(name) ?? name);
  if (!isPage(page)) return null;
  const id = idParts.map(decode).join('/');
  if (id !== '' && pagesWithoutId.includes(page)) return null;
  return { page, id: id === '' ? null : id, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** Returns the hash of a route; the inverse of `parseHash`. */
export function hashOf(page: Page, id: string | null = null, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  const path = id === null ? '' : `/${id.split('/').map(encodeURIComponent).join('/')}`;
  return `#/${page}${path}${search && `?${search}`}`;
}

/** Returns the current hash for that of a renamed page; null for any other hash. */
export function renamedHash(hash: string): string | null {
  const [, name = ''] = /^#\/([^/?]*)/.exec(hash) ?? [];
  const page = earlierNames.get(name);
  return page === undefined ? null : `#/${page}${hash.slice(name.length + 2)}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
