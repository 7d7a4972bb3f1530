import { basename, extname } from 'node:path';

/** Extensions of files that accompany tables but are none. */
const NOT_TABLES = new Set(
  `md rst pdf png jpg jpeg gif svg webp ico html htm xml xsd css js ts py ipynb r sql sh bat ps1 doc docx ppt pptx rtf
   exe dll so dylib jar class yaml yml toml ini cfg conf lock url lnk webloc sha1 sha256 md5 crc asc sig license mp3 mp4
   avi mov woff woff2 ttf`
    .split(/\s+/)
    .map((ending) => `.${ending}`),
);
const NOT_DATA = /^(readme|license|licence|copying|changelog|thumbs\.db|desktop\.ini|_.*|\..*)$/i;

/**
 * Whether a file in an archive or folder could be a table, judging by its name: not hidden, not a document, not a
 * system file.
 */
export function mayBeTable(path: string): boolean {
  const parts = path.split('/');
  const name = basename(path);
  if (name === '' || path.endsWith('/') || parts.some((part) => part.startsWith('.') || part === '__MACOSX'))
    return false;
  const stem = name.slice(0, name.length - extname(name).length);
  const isReadme = NOT_DATA.test(name) || /^(readme|license|licence|copying|changelog)$/i.test(stem);
  return !isReadme && !NOT_TABLES.has(extname(name).toLowerCase());
}
