import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { PortraitError } from '../../shared/errors.ts';
import type { FileAccess } from './files/file-access.ts';
import { isWithin, requirePortableName } from './files/require-writable-place.ts';
import { isRecent } from './recent-workspaces.ts';
import { SUFFIX } from './store/workspace.ts';

/**
 * Access for a page, which never passes paths of its own: readable files are those that the host granted (dialogs,
 * uploads), exports are written to the workspace's exports folder, and workspaces are in the home folder, unless they
 * were granted or open before.
 */
export class GrantedPaths implements FileAccess {
  readonly home: string;
  private readonly granted = new Set<string>();

  constructor(home: string) {
    this.home = home;
  }

  grant(path: string): string {
    const absolutePath = resolve(path);
    this.granted.add(absolutePath);
    return absolutePath;
  }

  resolveReadable(reference: string): string {
    if (this.granted.has(reference)) return reference;
    throw pathRefused(reference, null);
  }

  resolveWritable(reference: string, exportFolder: string): string {
    const path = resolveInside(exportFolder, reference);
    requirePortableName(path);
    if (leadsOutside(exportFolder, path)) throw pathRefused(reference, exportFolder);
    return path;
  }

  resolveWorkspace(reference: string): string {
    if (this.granted.has(reference) || isRecent(this.home, reference)) return reference;
    if (isAbsolute(reference)) return resolveInside(this.home, reference);
    return resolveInside(this.home, reference.endsWith(SUFFIX) ? reference : `${reference}${SUFFIX}`);
  }
}

/** Resolves `reference` in a folder; throws PATH_REFUSED if it leads outside. */
function resolveInside(folder: string, reference: string): string {
  const path = resolve(folder, reference);
  const relativePath = relative(resolve(folder), path);
  if (relativePath === '' || !isWithin(resolve(folder), path)) throw pathRefused(reference, folder);
  return join(folder, relativePath);
}

/**
 * Whether symbolic links on the way to a path lead out of a folder. A link in place of the file itself is ignored,
 * because it is replaced and not followed; a link to a folder is not.
 */
function leadsOutside(folder: string, path: string): boolean {
  if (!existsSync(folder)) return false;
  try {
    let place = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
    while (!existsSync(place)) place = dirname(place);
    return !isWithin(realpathSync(folder), realpathSync(place));
  } catch {
    // A link cycle, or a name that is too long.
    return true;
  }
}

/** `folder` is where a file must be; null for a file that the user has not chosen. */
export function pathRefused(reference: string, folder: string | null): PortraitError {
  return new PortraitError({
    code: 'PATH_REFUSED',
    message: `The window is not allowed to use the path ${reference}.`,
    hint:
      folder === null
        ? 'Choose the file in the window, or drop it onto the window.'
        : `Use a name without folders; the file is saved in ${folder}.`,
    details: { path: reference, folder, variant: folder === null ? 'file' : 'folder' },
  });
}
