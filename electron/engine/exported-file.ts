import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { EngineContext } from './engine-context.ts';
import { exportFolder } from './store/workspace.ts';

/**
 * Returns the path of an entry of the open workspace's exports folder, or null if it is not inside the folder (symbolic
 * links, dots).
 */
export function exportedPath(engine: EngineContext, name: string): string | null {
  if (!engine.hasWorkspace() || /^\.*$/.test(name) || /[\0/\\]/.test(name) || basename(name) !== name) return null;
  const folder = exportFolder(engine.workspace().path);
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const real = realpathSync(path);
  return dirname(real) === realpathSync(folder) ? real : null;
}

/** Returns the path of an exported file; null for a folder. */
export function exportedFile(engine: EngineContext, name: string): string | null {
  const path = exportedPath(engine, name);
  return path !== null && statSync(path).isFile() ? path : null;
}
