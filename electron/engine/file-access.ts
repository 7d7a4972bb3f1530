import { isAbsolute, join, relative, resolve } from 'node:path';
import { PortraitError } from '../../shared/errors.ts';
import { SUFFIX } from './store/workspace.ts';

/** Turns what a client calls a file or a workspace into a path, or refuses. */
export interface FileAccess {
  /** The folder in which workspaces with a bare name lie. */
  readonly home: string;
  readable(reference: string): string;
  writable(reference: string, exportFolder: string): string;
  workspace(reference: string): string;
}

/** For the command line, where the user types paths: all are as good as typed. */
export function typedPaths(home: string): FileAccess {
  return {
    home,
    readable: (reference) => resolve(reference),
    writable: (reference) => resolve(reference),
    workspace: (reference) => resolve(reference),
  };
}

/**
 * For a page, which never names a path of its own: files are those that the host granted (dialogs, uploads), exports
 * stay in the workspace's folder for them, and workspaces lie in the home folder unless granted.
 */
export class GrantedPaths implements FileAccess {
  readonly home: string;
  private readonly granted = new Set<string>();

  constructor(home: string) {
    this.home = home;
  }

  grant(path: string): string {
    const whole = resolve(path);
    this.granted.add(whole);
    return whole;
  }

  readable(reference: string): string {
    if (this.granted.has(reference)) return reference;
    throw refused(reference, 'Choose the file in the window, or drop it there.');
  }

  writable(reference: string, exportFolder: string): string {
    return inside(exportFolder, reference);
  }

  workspace(reference: string): string {
    if (this.granted.has(reference)) return reference;
    if (isAbsolute(reference)) return inside(this.home, reference);
    return inside(this.home, reference.endsWith(SUFFIX) ? reference : `${reference}${SUFFIX}`);
  }
}

/** The path of `reference` in a folder; throws where it leads out of it. */
function inside(folder: string, reference: string): string {
  const path = resolve(folder, reference);
  const way = relative(resolve(folder), path);
  if (way === '' || way.startsWith('..') || isAbsolute(way)) {
    throw refused(reference, `Choose a name without folders; it is kept in ${folder}.`);
  }
  return join(folder, way);
}

function refused(reference: string, hint: string): PortraitError {
  return new PortraitError({ code: 'PATH_REFUSED', message: `The window may not use the path ${reference}.`, hint });
}
