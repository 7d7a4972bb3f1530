import { realpathSync } from 'node:fs';
import { installationId } from './installation.ts';
import type { WatchPlace } from './watch-list.ts';

/** Returns where a workspace is: this installation of Portrait, and its path with links resolved. */
export function placeOf(home: string, workspace: string): WatchPlace {
  return { installation: installationId(home), path: realpathSync(workspace) };
}

export function isSamePlace(a: WatchPlace | undefined, b: WatchPlace): boolean {
  return a?.installation === b.installation && a.path === b.path;
}
