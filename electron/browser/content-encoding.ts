import { existsSync } from 'node:fs';

/** Content codings of the compressed files that the build writes next to a file of the page, the smallest first. */
const CODINGS = [
  { coding: 'br', extension: '.br' },
  { coding: 'gzip', extension: '.gz' },
] as const;

export interface EncodedFile {
  readonly path: string;
  /** Headers of the coding. The plain file has `vary` too, so that caches distinguish the forms. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the smallest form of a file that the browser accepts: a compressed one beside it, otherwise the file itself. */
export function encodedFile(path: string, acceptEncoding: string | undefined): EncodedFile {
  const vary = 'accept-encoding';
  const accepted = acceptedCodings(acceptEncoding ?? '');
  const form = CODINGS.find(({ coding, extension }) => accepted.has(coding) && existsSync(path + extension));
  if (!form) return { path, headers: { vary } };
  return { path: path + form.extension, headers: { vary, 'content-encoding': form.coding } };
}

/** Returns the codings of an `Accept-Encoding` header (RFC 9110, section 12.5.3) without those of weight 0. */
function acceptedCodings(header: string): ReadonlySet<string> {
  const codings = header
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((token) => token.trim()))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''));
  return new Set(codings.map(([coding]) => coding ?? ''));
}
