import { create } from 'zustand';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { host } from '../../../host/host.ts';
import { completeSteps } from '../cleaning/complete-steps.ts';

interface ImportFiles {
  /** Files to import, or single tables of them, each with its options. */
  files: readonly ImportFile[];
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
  clear(): void;
}

/** State of the planned import; survives navigation to other pages. */
export const useImportFiles = create<ImportFiles>((set) => {
  async function add(upload: (onProgress: (uploadProgress: number) => void) => Promise<string[]>): Promise<void> {
    set({ error: null });
    try {
      const references = await upload((uploadProgress) => set({ uploadProgress }));
      set(({ files }) => ({
        files: [
          ...files,
          ...references.filter((file) => files.every((existing) => existing.file !== file)).map(toImportFile),
        ],
      }));
    } catch (error) {
      set({ error });
    } finally {
      set({ uploadProgress: null });
    }
  }
  return {
    files: [],
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
    clear: () => set({ files: [], cleaning: {}, error: null }),
  };
});

const toImportFile = (file: string): ImportFile => ({ file });

const splitTables = (file: ImportFile, tables: readonly string[]) => tables.map((inner) => ({ ...file, inner }));

/** Returns a unique key of a file or of a table in it. */
export const keyOf = ({ file, inner }: ImportFile): string => `${file}\n${inner ?? ''}`;

/** Returns the input of both the examination and the import. */
export function requestOf({ files, cleaning }: Pick<ImportFiles, 'files' | 'cleaning'>): Input<'ingest.run'> {
  return { files: [...files], cleaning: completeSteps(cleaning) };
}
