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
  /** Keys of the files that were already part of the import. */
  before: readonly string[];
  /** Path of the workspace that was created for the files; null if one was open. */
  created: string | null;
  /** Whether the drawer was cancelled while files may still be uploading. */
  isCancelled: boolean;
  /**
   * Opens the drawer and adds the files to the import; if no workspace is open, creates one named after the first file.
   */
  open(files: readonly File[]): Promise<void>;
  /** Closes the drawer and keeps the files in the import. */
  close(): void;
  /** Closes the drawer, removes the dropped files from the import, and deletes the workspace created for them. */
  cancel(): Promise<void>;
}

/** State of the drawer for dropped files. */
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
    // Files that are still uploading are removed once they arrive.
    set({ names: null, created: null, isCancelled: true });
    try {
      if (created !== null && (await isEmpty(created))) await deleteWorkspace(created);
    } catch (error) {
      notifyError(error);
    }
  },
}));

/** Removes the files that were not part of the import before. */
function removeDropped(before: readonly string[]): void {
  const { files, remove } = useImportFiles.getState();
  for (let index = files.length - 1; index >= 0; index--) if (!before.includes(keyOf(files[index]!))) remove(index);
}

/** Whether a workspace is open and has no events. */
async function isEmpty(path: string): Promise<boolean> {
  const { workspace } = await engine().call('workspace.info', {});
  return workspace?.path === path && workspace.events === 0;
}

/**
 * If no workspace is open, creates and opens one named after a file and returns its path; otherwise returns null.
 * Appends a number if the name exists.
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
