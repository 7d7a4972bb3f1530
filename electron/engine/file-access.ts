import { isAbsolute, join, relative, resolve } from 'node:path';
import { PortraitError } from '../../shared/errors.ts';
import { SUFFIX } from './store/workspace.ts';

/** Resolves a client's reference to a file or a workspace to a path, or throws. */
export interface FileAccess {
  /** Folder of workspaces that are referred to by a bare name. */
  readonly home: string;
  resolveReadable(reference: string): string;
  resolveWritable(reference: string, exportFolder: string): string;
  resolveWorkspace(reference: string): string;
}

/** Access for the command line: all paths are allowed, since the user types them. */
export function unrestrictedPaths(home: string): FileAccess {
  return {
    home,
    resolveReadable: (reference) => resolve(reference),
    resolveWritable: (reference) => resolve(reference),
    resolveWorkspace: (reference) => resolve(reference),
  };
}

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
    throw pathRefused(reference, 'Choose the file in the window, or drop it there.');
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
    throw pathRefused(reference, `Choose a name without folders; it is kept in ${folder}.`);
  }
  return join(folder, relativePath);
}

function pathRefused(reference: string, hint: string): PortraitError {
  return new PortraitError({ code: 'PATH_REFUSED', message: `The window may not use the path ${reference}.`, hint });
}
