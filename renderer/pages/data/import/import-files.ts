import { create } from 'zustand';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { onWorkspaceChange, openWorkspacePath } from '../../../engine/workspace-change.ts';
import { host } from '../../../host/host.ts';
import { completeSteps } from '../cleaning/complete-steps.ts';

interface ImportFiles {
  /** Files to import, or single tables of them, each with its options. */
  files: readonly ImportFile[];
  /** Files of the last import that was started. */
  startedFiles: readonly ImportFile[];
  cleaning: Cleaning;
  /** Fraction uploaded to the engine, 0 to 1; null while no upload runs. */
  uploadProgress: number | null;
  error: unknown;
  choose(): Promise<void>;
  drop(files: readonly File[]): Promise<void>;
  change(index: number, file: ImportFile): void;
  remove(index: number): void;
  /** Replaces a file by its tables, each with its own options. */
  split(index: number, tables: readonly string[]): void;
  setCleaning(cleaning: Cleaning): void;
  /** Notes that the import of the present files was started. */
  begin(): void;
  /** Removes the files of the last import that was started and the cleaning steps; files added since then stay. */
  finish(): void;
  clear(): void;
}

/**
 * State of the import that is planned for the open workspace; survives navigation to other pages. Cleared when another
 * workspace is opened; files that were dropped while none was open are for the next one.
 */
export const useImportFiles = create<ImportFiles>((set) => {
  async function add(upload: (onProgress: (uploadProgress: number) => void) => Promise<string[]>): Promise<void> {
    const workspace = openWorkspacePath();
    const isCurrent = () => workspace === null || workspace === openWorkspacePath();
    set({ error: null });
    try {
      const references = await upload((uploadProgress) => isCurrent() && set({ uploadProgress }));
      if (!isCurrent()) return;
      set(({ files }) => ({
        files: [
          ...files,
          ...references.filter((file) => files.every((existing) => existing.file !== file)).map(toImportFile),
        ],
      }));
    } catch (error) {
      if (isCurrent()) set({ error });
    } finally {
      if (isCurrent()) set({ uploadProgress: null });
    }
  }
  return {
    files: [],
    startedFiles: [],
    cleaning: {},
    uploadProgress: null,
    error: null,
    choose: () => add((onProgress) => host.chooseFiles(onProgress)),
    drop: (droppedFiles) => add((onProgress) => host.acceptDroppedFiles(droppedFiles, onProgress)),
    change: (index, file) => set(({ files }) => ({ files: files.with(index, file) })),
    remove: (index) => set(({ files }) => ({ files: files.toSpliced(index, 1) })),
    split: (index, tables) =>
      set(({ files }) => ({ files: files.flatMap((file, i) => (i === index ? splitTables(file, tables) : file)) })),
    setCleaning: (cleaning) => set({ cleaning }),
    begin: () => set(({ files }) => ({ startedFiles: files })),
    finish: () =>
      set(({ files, startedFiles }) => ({
        files: files.filter((file) => startedFiles.every((started) => keyOf(started) !== keyOf(file))),
        startedFiles: [],
        cleaning: {},
        error: null,
      })),
    clear: () => set({ files: [], startedFiles: [], cleaning: {}, uploadProgress: null, error: null }),
  };
});

onWorkspaceChange((previous) => {
  if (previous !== null) useImportFiles.getState().clear();
});

const toImportFile = (file: string): ImportFile => ({ file });

const splitTables = (file: ImportFile, tables: readonly string[]) => tables.map((inner) => ({ ...file, inner }));

/** Returns a unique key of a file or of a table in it. */
export const keyOf = ({ file, inner }: ImportFile): string => `${file}\n${inner ?? ''}`;

/** Returns the input of both the examination and the import. */
export function requestOf({ files, cleaning }: Pick<ImportFiles, 'files' | 'cleaning'>): Input<'ingest.run'> {
  return { files: [...files], cleaning: completeSteps(cleaning) };
}

/** Whether two plans consist of the same files and tables, whatever their options. */
export function haveSameFiles(a: readonly ImportFile[], b: readonly ImportFile[]): boolean {
  return a.length === b.length && a.every((file, index) => keyOf(file) === keyOf(b[index]!));
}
