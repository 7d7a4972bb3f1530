import { z } from 'zod';
import { Cleaning } from '../domain/cleaning.ts';
import { ImportFile, Path } from './import-file.ts';
import { method } from './method.ts';

/** Import options of the files in a watched folder; omitted ones are inferred or remembered. */
export const WatchOptions = ImportFile.omit({ file: true, inner: true });
export type WatchOptions = z.infer<typeof WatchOptions>;

const WatchSettings = { options: WatchOptions.default({}), cleaning: Cleaning.default({}) };

export const importWatch = {
  /**
   * Watches a folder while the workspace is open: new and changed files are imported, each by a separate job, once they
   * have stopped growing and unless their content was already imported. Subfolders are ignored.
   */
  'ingest.watch': method(
    z.object({
      folder: Path,
      ...WatchSettings,
      /** Whether to watch the folder again the next time the workspace is opened. */
      keep: z.boolean().default(true),
    }),
    z.object({ folder: z.string() }),
  ),
  /**
   * Watches a waiting folder again, at this path of the workspace and on this machine. Throws FOLDER_NOT_WATCHED if it
   * is not in the list.
   */
  'ingest.resumeWatch': method(z.object({ folder: Path }), z.object({})),
  'ingest.unwatch': method(z.object({ folder: Path }), z.object({})),
  'ingest.watched': method(
    z.object({}),
    z.object({
      folders: z.array(
        z.object({
          folder: z.string(),
          options: WatchOptions,
          cleaning: Cleaning,
          /** Whether the folder currently cannot be read. */
          missing: z.boolean(),
          /**
           * Whether it was watched under another path of the workspace or on another machine, and so is not watched
           * until `ingest.resumeWatch`.
           */
          waiting: z.boolean(),
        }),
      ),
    }),
  ),
};
