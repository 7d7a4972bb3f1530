import { lazy, Suspense } from 'react';
import { closeDialog, useDialogs } from '../../base/dialogs.ts';
import { NewWorkspace } from '../../components/NewWorkspace.tsx';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { Maintenance } from '../maintenance/Maintenance.tsx';

const CommandPalette = lazy(() => import('../palette/CommandPalette.tsx'));
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'));

/** Renders the open dialog. Dialogs that are rarely used are loaded when they are first opened. */
export function Dialogs() {
  const { opened, used } = useDialogs();
  const workspace = useWorkspace();
  return (
    <>
      <Suspense>
        {used.includes('palette') && <CommandPalette opened={opened === 'palette'} onClose={closeDialog} />}
        {used.includes('shortcuts') && <ShortcutSheet opened={opened === 'shortcuts'} onClose={closeDialog} />}
      </Suspense>
      <NewWorkspace opened={opened === 'newWorkspace'} onClose={closeDialog} />
      {workspace && <Maintenance key={workspace.path} opened={opened === 'maintenance'} onClose={closeDialog} />}
    </>
  );
}
