import { z } from 'zod';
import { Path } from './ingest.ts';
import { method } from './method.ts';

export const importRejected = {
  /**
   * Writes the rows that an import set aside as CSV: the line, the reason, the file's own columns and, for rows that cannot
   * be cut into these, the row as it stands. Corrected there and imported again, the rows are taken as if they had stood
   * right in the file. Without a place it goes into the workspace's exports folder.
   */
  'ingest.rejectedCsv': method(
    z.object({ import: z.number().int(), out: Path.exactOptional() }),
    z.object({
      file: z.string(),
      sha256: z.string(),
      /** Rows written, and rows set aside: of very many only the first are kept. */
      rows: z.number(),
      rejected: z.number(),
    }),
  ),
};
