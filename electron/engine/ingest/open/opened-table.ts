import type { ImportFile, SourceFacts } from '../../../../shared/contract/ingest.ts';
import type { Preset } from '../detect/preset.ts';

/** A table got out of a file the user gave: rows of text in UTF-8, whatever it was before. */
export interface OpenedTable {
  /** The file as the user gave it, and how it was asked for. */
  readonly request: ImportFile;
  readonly source: SourceFacts;
  /** What people are shown: the file's name, with that of the table inside where there is one. */
  readonly name: string;
  /** Where the text lies: the file itself, or a copy in the temporary folder. */
  readonly path: string;
  /** Of the original file, in hexadecimal; null where `path` is the file itself, whose hash its check gives. */
  readonly sha256: string | null;
  /** How the text is written where that is known, because it was written here; null where its head must tell. */
  readonly copyFormat: CopyFormat | null;
  /** The import of which it is remembered how such a table is asked for. */
  readonly remembered?: number | null;
  /** The user's own presets. */
  readonly savedPresets?: readonly Preset[];
  /** The line (or row, or document) of the original that a row of the text came from, by its ordinal from 0; null where lines are the text's own. */
  lineOf(ordinal: number): number | null;
  /** What could not be brought into rows, in the order of the file, and how much of it there is in all. */
  readonly rejected: readonly { readonly line: number; readonly reason: string; readonly text: string }[];
  readonly rejectedCount: number;
}

/** Text between commas, and whether its first line names the columns. */
export interface CopyFormat {
  readonly header: boolean;
}
