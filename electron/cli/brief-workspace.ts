import { accessSync, constants, existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { workspaceNameFor } from '../../shared/domain/file-name.ts';
import { portraitHome } from '../engine/home.ts';
import type { Session } from './session.ts';

/** Opens a workspace, creating it if it does not exist. */
export async function openOrCreate(session: Session, workspace: string): Promise<void> {
  await (existsSync(workspace)
    ? session.open(workspace)
    : session.client.call('workspace.create', { path: workspace }));
}

/**
 * Returns the path of a new workspace named after a file: in the folder of the file or, if that is not writable, in the
 * home folder. Appends a number if the name exists.
 */
export function workspaceFor(file: string): string {
  const path = resolve(file);
  const folder = isWritable(dirname(path)) ? dirname(path) : portraitHome();
  const name = workspaceNameFor(basename(path));
  for (let number = 1; ; number++) {
    const workspace = join(folder, `${name}${number === 1 ? '' : `-${number}`}.portrait`);
    if (!existsSync(workspace)) return workspace;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
