import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { EngineContext } from './handlers.ts';
import { exportFolder } from './store/workspace.ts';

/** The path of a file in the open workspace's exports folder, or null for what is not one: folders, links, dots. */
export function exportedFile(engine: EngineContext, name: string): string | null {
  if (!engine.hasWorkspace() || name === '' || /[\0/\\]/.test(name) || basename(name) !== name) return null;
  const folder = exportFolder(engine.workspace().path);
  const path = join(folder, name);
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  const real = realpathSync(path);
  return dirname(real) === realpathSync(folder) ? real : null;
}
