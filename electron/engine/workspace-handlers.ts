import { dirname, join } from 'node:path';
import type { Handlers } from '../../shared/contract/handlers.ts';
import type { EngineContext } from './engine-context.ts';
import { requirePortableName } from './files/require-writable-place.ts';
import { listWorkspaces, moveRecent } from './recent-workspaces.ts';
import { deleteWorkspace } from './store/delete-workspace.ts';
import { dailyActivity } from './store/events/activity.ts';
import { saveActionSettings } from './store/names/action-settings.ts';
import { renameWorkspace } from './store/rename-workspace.ts';
import { createWorkspace, openWorkspace, SUFFIX } from './store/workspace.ts';
import { workspaceInfo } from './store/workspace-info.ts';
import { changeSettings } from './store/workspace-settings.ts';

export const workspaceHandlers = {
  'workspace.list': (_input, { files: { home } }) => ({
    home,
    workspaces: listWorkspaces(home).map(({ name, path, used }) => ({ name, path, used })),
  }),
  'workspace.overviews': async (_input, context) => {
    const { home } = context.files;
    await context.rememberFigures();
    return { home, workspaces: listWorkspaces(home) };
  },
  'workspace.create': async ({ path }, context) => {
    const folder = context.files.resolveWorkspace(path);
    requirePortableName(folder);
    await context.use(folder, createWorkspace);
    return { path: folder };
  },
  'workspace.open': async ({ path }, context) => {
    const folder = context.files.resolveWorkspace(path);
    if (!isOpen(folder, context)) await context.use(folder, openWorkspace);
    return { path: folder };
  },
  'workspace.rename': async ({ path, name }, context) => {
    const folder = context.files.resolveWorkspace(path);
    const renamed = join(dirname(folder), folder.endsWith(SUFFIX) ? `${name}${SUFFIX}` : name);
    requirePortableName(renamed);
    const wasOpen = isOpen(folder, context);
    if (wasOpen) await context.close();
    try {
      renameWorkspace(folder, renamed);
    } catch (error) {
      if (wasOpen) await context.use(folder, openWorkspace);
      throw error;
    }
    moveRecent(context.files.home, folder, renamed);
    if (wasOpen) await context.use(renamed, openWorkspace);
    context.changed();
    return { path: renamed };
  },
  'workspace.delete': async ({ path }, context) => {
    const folder = context.files.resolveWorkspace(path);
    if (isOpen(folder, context)) await context.close();
    const left = deleteWorkspace(folder);
    moveRecent(context.files.home, folder, null);
    context.changed();
    return { left };
  },
  'workspace.close': async (_input, context) => {
    await context.close();
    return {};
  },
  'workspace.info': (_input, context) => ({
    workspace: context.hasWorkspace() ? workspaceInfo(context.workspace()) : null,
  }),
  'workspace.changeSettings': (changes, context) => {
    const settings = changeSettings(context.workspace().db, changes);
    context.changed();
    return settings;
  },
  'workspace.changeActions': ({ settings }, context) => {
    saveActionSettings(context.workspace().db, settings);
    context.changed();
    return {};
  },
  'workspace.activity': (_input, context) => dailyActivity(context.workspace().db),
} satisfies Partial<Handlers<EngineContext>>;

const isOpen = (folder: string, context: EngineContext) =>
  context.hasWorkspace() && context.workspace().path === folder;
