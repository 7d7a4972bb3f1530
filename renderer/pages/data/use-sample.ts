import { useTranslation } from 'react-i18next';
import { notifyError } from '../../base/notify.tsx';
import { useAction } from '../../engine/use-action.ts';
import { engine } from '../../engine/use-call.ts';
import { createWorkspace, openWorkspace } from '../../engine/use-workspace.ts';

/** Returns a function that starts the import of the sample shop, in a workspace of its own if none is open. */
export function useSample() {
  const { t } = useTranslation();
  const { busy, start } = useAction((makeWorkspace: boolean) =>
    startSample(makeWorkspace ? t('data.sampleWorkspace') : null).catch(notifyError),
  );
  return { busy, start };
}

/** Imports the sample into the open workspace, or into one of a name. */
async function startSample(workspace: string | null): Promise<void> {
  const ready = workspace === null || (await openSample(workspace));
  if (ready) await engine().start('sample.import', {});
}

/** Opens the sample workspace, creating it if it does not exist. Returns whether it has no events yet. */
async function openSample(name: string): Promise<boolean> {
  const { workspaces } = await engine().call('workspace.list', {});
  const existing = workspaces.find((workspace) => workspace.name === name);
  if (!existing) {
    await createWorkspace(name);
    return true;
  }
  await openWorkspace(existing.path);
  const { workspace } = await engine().call('workspace.info', {});
  return workspace?.events === 0;
}
