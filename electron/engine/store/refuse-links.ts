import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PortraitError } from '../../../shared/errors.ts';

/** Names of the entries that Portrait reads or writes; `temporary` is emptied without following links. */
const ENTRIES =
  /^(workspace\..*|watched\.json|listener\.json|live|models|jobs|exports|backups|restoration|damaged|trash)$/;

/**
 * Throws WORKSPACE_HAS_LINKS if a file or folder that Portrait uses is a link, which may lead out of the workspace, or
 * a pipe, a socket or a device, which may never end. Entries of the exports folder are checked when they are replaced.
 */
export function refuseLinks(workspace: string): void {
  for (const entry of readdirSync(workspace, { withFileTypes: true }))
    if (ENTRIES.test(entry.name)) refuseLinksIn(workspace, entry, entry.name);
}

function refuseLinksIn(workspace: string, entry: Dirent, name: string): void {
  if (!entry.isFile() && !entry.isDirectory()) throw hasLinks(workspace, name);
  if (!entry.isDirectory() || name === 'exports') return;
  for (const inner of readdirSync(join(workspace, name), { withFileTypes: true }))
    refuseLinksIn(workspace, inner, join(name, inner.name));
}

function hasLinks(path: string, name: string): PortraitError {
  return new PortraitError({
    code: 'WORKSPACE_HAS_LINKS',
    message: `The workspace is not opened, because ${name} in it is a link or a special file.`,
    hint: 'A link may lead out of the workspace. Replace it by the file or folder itself, or delete it.',
    details: { path, name },
  });
}
