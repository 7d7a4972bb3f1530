import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { EngineContext } from './handlers.ts';
import { exportFolder } from './store/workspace.ts';

/** The path of what lies in the open workspace's exports folder, or null for what does not: links to elsewhere, dots. */
export function exportedPlace(engine: EngineContext, name: string): string | null {
  if (!engine.hasWorkspace() || /^\.*$/.test(name) || /[\0/\\]/.test(name) || basename(name) !== name) return null;
  const folder = exportFolder(engine.workspace().path);
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const real = realpathSync(path);
  return dirname(real) === realpathSync(folder) ? real : null;
}

/** The same of a file alone; null for a folder. */
export function exportedFile(engine: EngineContext, name: string): string | null {
  const place = exportedPlace(engine, name);
  return place !== null && statSync(place).isFile() ? place : null;
}
