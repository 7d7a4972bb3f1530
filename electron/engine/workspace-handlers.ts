import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/handlers.ts';
import type { EngineContext } from './engine-context.ts';
import { requirePortableName } from './files/require-writable-place.ts';
import { dailyActivity } from './store/events/activity.ts';
import { createWorkspace, databaseFile, openWorkspace, SUFFIX, workspaceName } from './store/workspace.ts';
import { workspaceInfo } from './store/workspace-info.ts';
import { changeSettings } from './store/workspace-settings.ts';

export const workspaceHandlers = {
  'workspace.list': (_input, { files }) => ({ home: files.home, workspaces: workspacesIn(files.home) }),
  'workspace.create': async ({ path }, context) => {
    const folder = context.files.resolveWorkspace(path);
    requirePortableName(folder);
    await context.use(folder, createWorkspace);
    return { path: folder };
  },
  'workspace.open': async ({ path }, context) => {
    const folder = context.files.resolveWorkspace(path);
    const isOpen = context.hasWorkspace() && context.workspace().path === folder;
    if (!isOpen) await context.use(folder, openWorkspace);
    return { path: folder };
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
  'workspace.activity': (_input, context) => dailyActivity(context.workspace().db),
} satisfies Partial<Handlers<EngineContext>>;

function workspacesIn(home: string) {
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((name) => name.endsWith(SUFFIX) && existsSync(databaseFile(join(home, name))))
    .map((name) => ({
      name: workspaceName(name),
      path: join(home, name),
      used: Math.round(statSync(databaseFile(join(home, name))).mtimeMs),
    }))
    .sort((a, b) => b.used - a.used);
}
