import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../base/notify.tsx';
import { engine } from '../../engine/use-call.ts';
import { createWorkspace, openWorkspace } from '../../engine/use-workspace.ts';

/** Returns a function that starts the import of the sample shop, in a workspace of its own if none is open. */
export function useSample() {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const start = async (makeWorkspace: boolean) => {
    setBusy(true);
    try {
      const ready = makeWorkspace ? await openSample(t('data.sampleWorkspace')) : true;
      if (ready) await engine().start('sample.import', {});
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, start };
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
