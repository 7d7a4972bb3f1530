import type { ImportFile, SourceFacts } from '../../../../shared/contract/import-file.ts';
import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import type { Preset } from '../detect/preset.ts';

/** A table extracted from one of the user's files: rows of UTF-8 text, whatever the original format. */
export interface OpenedTable {
  /** The path of the file and the import options as requested. */
  readonly request: ImportFile;
  readonly source: SourceFacts;
  /** Display name: the file's name, followed by that of the table inside it, if any. */
  readonly name: string;
  /** Path of the text: the file itself, or a copy in the temporary folder. */
  readonly path: string;
  /**
   * SHA-256 of the original file, in hexadecimal; null if `path` is the file itself, which is hashed when it is
   * checked.
   */
  readonly sha256: string | null;
  /** Format of a copy written by this program; null if the format must be detected from the file. */
  readonly copyFormat: CopyFormat | null;
  /** Id of the earlier import whose remembered options apply. */
  readonly remembered?: number | null;
  /** The user's saved presets. */
  readonly savedPresets?: readonly Preset[];
  /**
   * Maps a row of the text (ordinal from 0) to its line, row or document in the original; null if they are the text's
   * own lines.
   */
  lineOf(ordinal: number): number | null;
  /**
   * Parts of the file that could not be converted to rows, in the order of the file; `rejectedCount` is their total
   * number.
   */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
}

/** Format of comma-separated text: whether its first line names the columns. */
export interface CopyFormat {
  readonly header: boolean;
}
