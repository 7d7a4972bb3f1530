import { isAbsolute, join, relative, resolve } from 'node:path';
import { PortraitError } from '../../shared/errors.ts';
import type { FileAccess } from './files/file-access.ts';
import { SUFFIX } from './store/workspace.ts';

/**
 * Access for a page, which never passes paths of its own: readable files are those that the host granted (dialogs,
 * uploads), exports are written to the workspace's exports folder, and workspaces are in the home folder unless
 * granted.
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
    return resolveInside(exportFolder, reference);
  }

  resolveWorkspace(reference: string): string {
    if (this.granted.has(reference)) return reference;
    if (isAbsolute(reference)) return resolveInside(this.home, reference);
    return resolveInside(this.home, reference.endsWith(SUFFIX) ? reference : `${reference}${SUFFIX}`);
  }
}

/** Resolves `reference` in a folder; throws PATH_REFUSED if it leads outside. */
function resolveInside(folder: string, reference: string): string {
  const path = resolve(folder, reference);
  const relativePath = relative(resolve(folder), path);
  if (relativePath === '' || relativePath.startsWith('..') || isAbsolute(relativePath)) {
    throw pathRefused(reference, folder);
  }
  return join(folder, relativePath);
}

/** `folder` is where a file must be; null for a file that the user has not chosen. */
function pathRefused(reference: string, folder: string | null): PortraitError {
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
