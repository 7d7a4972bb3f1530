import { create } from 'zustand';
import type { Input } from '../../../../shared/contract/index.ts';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { host } from '../../../host/host.ts';
import { readyCleaning } from '../cleaning/complete-steps.ts';

interface ImportFiles {
  /** What is to be imported: a file, or one table of it, each with what was said of it. */
  files: readonly ImportFile[];
  cleaning: Cleaning;
  /** Share of the files that has been handed to the engine; null while none are on their way. */
  sent: number | null;
  error: unknown;
  choose(): Promise<void>;
  drop(files: readonly File[]): Promise<void>;
  change(place: number, file: ImportFile): void;
  remove(place: number): void;
  /** Takes each of a file's tables by itself. */
  split(place: number, tables: readonly string[]): void;
  setCleaning(cleaning: Cleaning): void;
  clear(): void;
}

/** What is about to be imported; kept while other pages are looked at. */
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
    cleaning: {},
    sent: null,
    error: null,
    choose: () => add((onProgress) => host.chooseFiles(onProgress)),
    drop: (dropped) => add((onProgress) => host.takeFiles(dropped, onProgress)),
    change: (place, changed) => set(({ files }) => ({ files: files.with(place, changed) })),
    remove: (place) => set(({ files }) => ({ files: files.toSpliced(place, 1) })),
    split: (place, tables) =>
      set(({ files }) => ({ files: files.flatMap((file, i) => (i === place ? apart(file, tables) : file)) })),
    setCleaning: (cleaning) => set({ cleaning }),
    clear: () => set({ files: [], cleaning: {}, error: null }),
  };
});

const plain = (file: string): ImportFile => ({ file });

const apart = (file: ImportFile, tables: readonly string[]) => tables.map((inner) => ({ ...file, inner }));

/** Tells one thing to import from another. */
export const keyOf = ({ file, inner }: ImportFile): string => `${file}\n${inner ?? ''}`;

/** What the doctor and the import are asked for. */
export function requestOf({ files, cleaning }: Pick<ImportFiles, 'files' | 'cleaning'>): Input<'ingest.run'> {
  return { files: [...files], cleaning: readyCleaning(cleaning) };
}

/** The last part of a path, of either kind of system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
