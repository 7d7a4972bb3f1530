import { z } from 'zod';
import { Path } from './ingest.ts';
import { method } from './method.ts';

export const importRejected = {
  /**
   * Exports the rows that an import rejected as CSV: the line, the reason, the file's own columns and, for rows that
   * cannot be split into these, the original row. Corrected in that file and imported again, the rows are imported as
   * if they had been valid in the original file. Without `out` the file is written to the workspace's exports folder.
   */
  'ingest.rejectedCsv': method(
    z.object({ import: z.number().int(), out: Path.exactOptional() }),
    z.object({
      file: z.string(),
      sha256: z.string(),
      /** Number of rows written, and of rows rejected; only the first rows of very many are stored. */
      rows: z.number(),
      rejected: z.number(),
    }),
  ),
};
