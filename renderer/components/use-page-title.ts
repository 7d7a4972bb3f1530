import { useEffect } from 'react';
import { useWorkspace } from '../engine/use-workspace.ts';

/** Sets the title of the window to the page and the open workspace, such as “Segments – shop – Portrait”. */
export function usePageTitle(title: string): void {
  const workspace = useWorkspace()?.name;
  useEffect(() => {
    document.title = [title, workspace, 'Portrait'].filter((part) => part !== undefined).join(' – ');
  }, [title, workspace]);
}
