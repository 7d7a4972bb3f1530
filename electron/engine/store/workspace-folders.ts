import { basename, join } from 'node:path';
import { isId } from '../../../shared/contract/ids.ts';
import { runNotFound } from './models/run-not-found.ts';

export const SUFFIX = '.portrait';
/** Subfolders that every workspace has. */
export const SUBFOLDERS = ['models', 'exports', 'jobs'];
export const databaseFile = (path: string) => join(path, 'workspace.db');
export const modelsFolder = (path: string) => join(path, 'models');
export const exportFolder = (path: string) => join(path, 'exports');
export const jobFolder = (path: string) => join(path, 'jobs');
export const backupsFolder = (path: string) => join(path, 'backups');
/** Folder of the files of deleted runs, until the workspace is closed. */
export const trashFolder = (path: string) => join(path, 'trash');
/** Holds temporary copies while an import runs. */
export const temporaryFolder = (path: string) => join(path, 'temporary');
/** Holds the complete database and models of a restoration until they are moved into place. */
export const restorationFolder = (path: string) => join(path, 'restoration');
/** Holds the files of a restoration while they are copied. */
export const restorationDraft = (path: string) => join(path, '.restoration.partial');

/** Returns the folder of a run, a search or a trial. Throws RUN_NOT_FOUND if the id does not have the form of one. */
export function modelFolder(path: string, run: string): string {
  if (!isId('run', run)) throw runNotFound(run.slice(0, 100));
  return join(modelsFolder(path), run);
}

export function workspaceName(path: string): string {
  return basename(path).replace(new RegExp(`\\${SUFFIX}$`), '');
}
