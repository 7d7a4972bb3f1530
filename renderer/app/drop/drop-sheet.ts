import { create } from 'zustand';
import { workspaceNameFor } from '../../../shared/domain/file-name.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { notifyError } from '../../base/notify.tsx';
import { engine } from '../../engine/use-call.ts';
import { createWorkspace, deleteWorkspace } from '../../engine/use-workspace.ts';
import { keyOf, useImportFiles } from '../../pages/data/import/import-files.ts';

interface DropSheet {
  /** Names of the dropped files; null while the sheet is closed. */
  names: readonly string[] | null;
  /** Keys of the files that were planned before. */
  before: readonly string[];
  /** Path of the workspace that was created for the files; null if one was open. */
  created: string | null;
  /** Whether the sheet was closed without the files, which may still be uploading. */
  isCancelled: boolean;
  /** Opens the sheet for files and hands them over; without an open workspace, in a new one named after the first. */
  open(files: readonly File[]): Promise<void>;
  /** Closes the sheet; the files stay planned. */
  close(): void;
  /** Closes the sheet and removes the dropped files from the plan, and the workspace that was created for them. */
  cancel(): Promise<void>;
}

/** The sheet that offers what can be done with dropped files. */
export const useDropSheet = create<DropSheet>((set, get) => ({
  names: null,
  before: [],
  created: null,
  isCancelled: false,
  open: async (files) => {
    const [first] = files;
    if (!first) return;
    const { files: planned, drop } = useImportFiles.getState();
    set({ names: files.map(({ name }) => name), before: planned.map(keyOf), created: null, isCancelled: false });
    try {
      set({ created: await ensureWorkspace(first.name) });
      await drop(files);
      if (get().isCancelled) removeDropped(get().before);
    } catch (error) {
      set({ names: null });
      notifyError(error);
    }
  },
  close: () => set({ names: null }),
  cancel: async () => {
    const { created, before } = get();
    removeDropped(before);
    // Files that are still uploaded are removed when they arrive.
    set({ names: null, created: null, isCancelled: true });
    try {
      if (created !== null && (await isEmpty(created))) await deleteWorkspace(created);
    } catch (error) {
      notifyError(error);
    }
  },
}));

/** Removes the files from the plan that were not in it before. */
function removeDropped(before: readonly string[]): void {
  const { files, remove } = useImportFiles.getState();
  for (let index = files.length - 1; index >= 0; index--) if (!before.includes(keyOf(files[index]!))) remove(index);
}

/** Whether a workspace is the open one and has no events. */
async function isEmpty(path: string): Promise<boolean> {
  const { workspace } = await engine().call('workspace.info', {});
  return workspace?.path === path && workspace.events === 0;
}

/**
 * Creates and opens a workspace that is named after a file if none is open, and returns its path; null if one is open. A
 * number is added to a name that is taken.
 */
async function ensureWorkspace(fileName: string): Promise<string | null> {
  const { workspace } = await engine().call('workspace.info', {});
  if (workspace) return null;
  const name = workspaceNameFor(fileName);
  for (let number = 1; ; number++) {
    try {
      return await createWorkspace(number === 1 ? name : `${name}-${number}`);
    } catch (error) {
      if (!(error instanceof PortraitError && error.code === 'WORKSPACE_EXISTS')) throw error;
    }
  }
}
