import { z } from 'zod';
import { RejectionReason } from '../domain/rejection.ts';
import { ExportPlace } from './import-file.ts';
import { method } from './method.ts';

export const RejectedRow = z.object({
  /** Line number in the file, from 1. */
  line: z.number(),
  reason: RejectionReason,
  /**
   * The original row, truncated to 2,000 characters. Cells of columns that are not stored in plain text are `***`; if such a
   * row cannot be split into cells, or has too many to show, the text is ''.
   */
  text: z.string(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

export const importRejected = {
  /** Lists the rows that an import rejected, in file order. */
  'ingest.rejected': method(
    z.object({
      import: z.number().int(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(RejectedRow) }),
  ),
  /**
   * Exports the rows that an import rejected as CSV: the line, the reason, the file's own columns and, for rows that
   * cannot be split into these, the original row. Corrected in that file and imported again, the rows are imported as
   * if they had been valid in the original file. Without `out` the file is written to the workspace's exports folder.
   */
  'ingest.rejectedCsv': method(
    z.object({ import: z.number().int(), ...ExportPlace }),
    z.object({
      file: z.string(),
      sha256: z.string(),
      /** Number of rows written, and of rows rejected; only the first rows of very many are stored. */
      rows: z.number(),
      rejected: z.number(),
    }),
  ),
};
