import { useMantineColorScheme } from '@mantine/core';
import { openDialog } from '../../base/dialogs.ts';
import { setLanguage } from '../../base/i18n.ts';
import { notifyError } from '../../base/notify.tsx';
import type { ShortcutName } from '../../base/shortcuts.ts';
import { navigate, useRoute } from '../../base/use-route.ts';
import { useCopyDiagnostics } from '../../components/use-copy-diagnostics.ts';
import { useUndoStack } from '../../engine/undo-stack.ts';
import { engine, useCall } from '../../engine/use-call.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { redo, undo } from '../undo.ts';
import { useSideBar } from '../use-side-bar.ts';
import type { CommandTexts } from './command-texts.ts';
import type { Entry } from './entry.ts';
import { exportCsv } from './export-csv.ts';

type ActionName = keyof CommandTexts['actions'];

interface Action {
  readonly name: ActionName;
  readonly detail?: string | undefined;
  readonly shortcut?: ShortcutName;
  run(): void;
}

/** Returns an entry for each command that is currently available. */
export function useActionEntries(texts: CommandTexts, others: CommandTexts): Entry[] {
  const actions = [...useWorkspaceActions(texts), ...useWindowActions()];
  return actions.map(({ name, ...action }) => ({
    ...action,
    key: `action ${name}`,
    kind: 'action',
    label: texts.actions[name],
    otherTexts: [others.actions[name]],
    isGlobal: true,
  }));
}

/** Returns the commands of the open workspace that its data allows. */
function useWorkspaceActions(texts: CommandTexts): Action[] {
  const workspace = useWorkspace();
  const route = useRoute();
  const { done, undone } = useUndoStack();
  const runs = useCall('train.runs', {}, { enabled: workspace != null }).data?.runs ?? [];
  if (!workspace) return [];
  const importFiles: Action = { name: 'import', run: () => navigate('data', 'import') };
  const maintenance: Action = { name: 'maintenance', run: () => openDialog('maintenance') };
  if (workspace.events === 0) return [importFiles, maintenance];
  const newestRun = runs.find(isBehaviourRun);
  const profiledRun = runs.find(({ profiles }) => profiles > 0);
  const newestMap = workspace.maps.toSorted((a, b) => b.created - a.created)[0];
  const segment = route?.page === 'segments' ? route.id : null;
  const start = (page: 'explore' | 'models', starting: Promise<unknown>) => {
    navigate(page);
    starting.catch(notifyError);
  };
  const actions: (Action | null | undefined)[] = [
    { name: 'newSegment', run: () => navigate('segments', null, { new: 'rule' }) },
    { name: 'newTrait', run: () => navigate('traits', null, { new: '1' }) },
    newestMap && { name: 'drawSegment', run: () => navigate('explore', null, { tool: 'lasso' }) },
    importFiles,
    { name: 'newModel', run: () => navigate('models', null, { new: 'behaviour' }) },
    { name: 'newTexts', run: () => navigate('texts', 'new') },
    newestRun && { name: 'newPrediction', run: () => navigate('predictions', 'new') },
    newestRun && {
      name: 'computeProfiles',
      detail: newestRun.title || newestRun.id,
      run: () => start('models', engine().start('profile.compute', { run: newestRun.id })),
    },
    profiledRun && {
      name: 'computeMap',
      detail: profiledRun.title || profiledRun.id,
      run: () => start('explore', engine().start('map.compute', { run: profiledRun.id })),
    },
    segment === null
      ? null
      : { name: 'exportSegment', detail: segment, run: () => exportCsv({ segment }, texts.exported) },
    profiledRun && { name: 'exportProfiles', run: () => exportCsv({ profiles: profiledRun.id }, texts.exported) },
    newestMap && { name: 'exportMap', run: () => exportCsv({ map: newestMap.id }, texts.exported) },
    maintenance,
    done.length > 0 ? { name: 'undo', detail: done.at(-1)?.label, shortcut: 'undo', run: undo } : null,
    undone.length > 0 ? { name: 'redo', detail: undone.at(-1)?.label, shortcut: 'redo', run: redo } : null,
  ];
  return actions.filter((action) => action != null);
}

/** Returns the commands of the window. */
function useWindowActions(): Action[] {
  const { setColorScheme } = useMantineColorScheme();
  const { toggle } = useSideBar();
  const copyDiagnostics = useCopyDiagnostics();
  return [
    ...(['light', 'dark', 'auto'] as const).map((name) => ({ name, run: () => setColorScheme(name) })),
    ...(['en', 'zh'] as const).map((name) => ({ name, run: () => void setLanguage(name).catch(notifyError) })),
    { name: 'sideBar', shortcut: 'sideBar', run: toggle },
    { name: 'newWorkspace', run: () => openDialog('newWorkspace') },
    { name: 'shortcuts', shortcut: 'help', run: () => openDialog('shortcuts') },
    { name: 'diagnostics', run: copyDiagnostics },
  ];
}
