import { PortraitError } from '../../../shared/errors.ts';
import { diskFull } from './open/file-errors.ts';

/**
 * Converts DuckDB's errors for a full disk or insufficient memory to a `PortraitError`; returns others unchanged. The
 * binding throws plain Errors without DuckDB's error type (`duckdb_result_error_type` is not exposed), so that only their
 * text tells them apart; DuckDB does not translate it.
 */
export function duckDbError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (/No space left|disk (is )?full|max_temp_directory_size/i.test(error.message)) return diskFull(error);
  if (/^Out of Memory/i.test(error.message)) {
    return new PortraitError(
      {
        code: 'MEMORY_FULL',
        message: 'The import exceeds its memory limit.',
        hint: 'Map fewer columns, especially fewer attributes, or import the file in parts. The workspace is unchanged.',
      },
      { cause: error },
    );
  }
  return error;
}
