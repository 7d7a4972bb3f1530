import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { isReservedName } from '../../../shared/domain/file-name.ts';
import { PortraitError } from '../../../shared/errors.ts';

/** Throws NAME_RESERVED if Windows reserves the name of a file or folder. */
export function requirePortableName(path: string): void {
  const name = basename(path);
  if (!isReservedName(name)) return;
  throw new PortraitError({
    code: 'NAME_RESERVED',
    message: `Windows reserves the name “${name}”.`,
    hint: 'Choose another name.',
    details: { name },
  });
}

/** Throws PATH_REFUSED if a file would be inside a workspace, even through links, except in its exports folder. */
export function requireOutsideWorkspace(file: string, exportFolder: string): void {
  const place = realPlace(dirname(file));
  const [workspace, exports] = [realPlace(dirname(exportFolder)), realPlace(exportFolder)];
  if (!isWithin(workspace, place) || isWithin(exports, place)) return;
  throw new PortraitError({
    code: 'PATH_REFUSED',
    message: `${file} is inside the workspace.`,
    hint: `Choose a place outside of it, or the folder ${exportFolder}.`,
    details: { path: file, folder: exportFolder, variant: 'workspace' },
  });
}

/** Resolves the links of the existing part of a path. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPlace(parent), basename(path));
}

/** Whether a path is a folder itself or inside it. */
export function isWithin(folder: string, path: string): boolean {
  const relativePath = relative(folder, path);
  return relativePath !== '..' && !/^\.\.[/\\]/.test(relativePath) && !isAbsolute(relativePath);
}
