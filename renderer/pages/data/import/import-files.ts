import { create } from 'zustand';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import { host } from '../../../host/host.ts';

interface ImportFiles {
  files: readonly ImportFile[];
  /** Share of the files that has been handed to the engine; null while none are on their way. */
  sent: number | null;
  error: unknown;
  choose(): Promise<void>;
  drop(files: readonly File[]): Promise<void>;
  change(file: ImportFile): void;
  remove(file: string): void;
  clear(): void;
}

/** The files that are about to be imported, each with what was said of it; kept while other pages are looked at. */
export const useImportFiles = create<ImportFiles>((set) => {
  async function add(take: (onProgress: (sent: number) => void) => Promise<string[]>): Promise<void> {
    set({ error: null });
    try {
      const references = await take((sent) => set({ sent }));
      set(({ files }) => ({
        files: [...files, ...references.filter((file) => files.every((known) => known.file !== file)).map(plain)],
      }));
    } catch (error) {
      set({ error });
    } finally {
      set({ sent: null });
    }
  }
  return {
    files: [],
    sent: null,
    error: null,
    choose: () => add((onProgress) => host.chooseFiles(onProgress)),
    drop: (dropped) => add((onProgress) => host.takeFiles(dropped, onProgress)),
    change: (changed) =>
      set(({ files }) => ({ files: files.map((file) => (file.file === changed.file ? changed : file)) })),
    remove: (gone) => set(({ files }) => ({ files: files.filter(({ file }) => file !== gone) })),
    clear: () => set({ files: [], error: null }),
  };
});

const plain = (file: string): ImportFile => ({ file });

/** The last part of a path, of either kind of system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
