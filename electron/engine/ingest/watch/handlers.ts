import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { Handlers } from '../../../../shared/contract/handlers.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { FilesContext } from '../../files/file-access.ts';
import type { WorkspaceContext } from '../../store/workspace-context.ts';
import type { WatchesContext } from './watches.ts';

export const watchHandlers = {
  'ingest.watch': ({ folder, ...options }, context) => {
    const path = context.files.resolveReadable(folder);
    requireFolder(path);
    if (isInside(path, context.workspace().path)) throw ownFolder(path);
    context.watches().add(path, options);
    context.changed();
    return { folder: path };
  },
  'ingest.resumeWatch': ({ folder }, context) => {
    if (!context.watches().resume(folder)) throw notWatched(folder);
    context.changed();
    return {};
  },
  'ingest.unwatch': ({ folder }, context) => {
    const watches = context.watches();
    const watchedFolder = watches.list().some((entry) => entry.folder === folder)
      ? folder
      : context.files.resolveReadable(folder);
    if (!watches.remove(watchedFolder)) throw notWatched(folder);
    context.changed();
    return {};
  },
  'ingest.watched': (_input, context) => ({ folders: context.watches().list() }),
} satisfies Partial<Handlers<WorkspaceContext & FilesContext & WatchesContext>>;

function requireFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new PortraitError({
    code: 'FOLDER_NOT_FOUND',
    message: `The folder ${path} does not exist.`,
    hint: 'Choose the folder that receives the exports.',
    details: { folder: path },
  });
}

function isInside(path: string, folder: string): boolean {
  const relativePath = relative(realpathSync(folder), realpathSync(path));
  return !relativePath.startsWith('..') && !isAbsolute(relativePath);
}

function ownFolder(path: string): PortraitError {
  return new PortraitError({
    code: 'FOLDER_OF_WORKSPACE',
    message: `${path} is part of the workspace.`,
    hint: 'Watch a folder outside the workspace, or its own files would be imported.',
    details: { folder: path },
  });
}

function notWatched(folder: string): PortraitError {
  return new PortraitError({
    code: 'FOLDER_NOT_WATCHED',
    message: `The folder ${folder} is not being watched.`,
    hint: 'Choose one from the list of watched folders.',
    details: { folder },
  });
}
