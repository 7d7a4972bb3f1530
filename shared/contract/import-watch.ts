import { z } from 'zod';
import { Cleaning } from '../domain/cleaning.ts';
import { ImportFile, Path } from './ingest.ts';
import { method } from './method.ts';

/** How files of a watched folder are asked for; what is not said is found out or remembered. */
export const WatchOptions = ImportFile.omit({ file: true, inner: true });
export type WatchOptions = z.infer<typeof WatchOptions>;

const Asked = { options: WatchOptions.default({}), cleaning: Cleaning.default({}) };

export const importWatch = {
  /**
   * From now on, while the workspace is open, files that appear or change in the folder are imported, each by a job of its
   * own, once they have stopped growing and unless their content is known. Files of its subfolders are not looked at.
   */
  'ingest.watch': method(
    z.object({
      folder: Path,
      ...Asked,
      /** Whether it is watched again when the workspace is opened the next time. */
      keep: z.boolean().default(true),
    }),
    z.object({ folder: z.string() }),
  ),
  'ingest.unwatch': method(z.object({ folder: Path }), z.object({})),
  'ingest.watched': method(
    z.object({}),
    z.object({
      folders: z.array(
        z.object({
          folder: z.string(),
          options: WatchOptions,
          cleaning: Cleaning,
          /** Whether it cannot be read at present. */
          missing: z.boolean(),
        }),
      ),
    }),
  ),
};
