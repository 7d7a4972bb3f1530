import { basename } from 'node:path';
import type { Compression } from '../../../../shared/contract/ingest.ts';

/** A file on the disk that may hold tables: the user's own, or what was unpacked from it. */
export interface Piece {
  readonly path: string;
  /** The file inside an archive that it was; null for the user's own. */
  readonly inner: string | null;
  readonly compression: Compression;
  /** How it was unpacked so far, from the outside in. */
  readonly unpacked: readonly Compression[];
  /** Whether it is only the beginning of what it was unpacked from. */
  readonly truncated: boolean;
}

export function pieceOf(file: string): Piece {
  return { path: file, inner: null, compression: 'none', unpacked: [], truncated: false };
}

/** What people call it. */
export function nameOf(file: string, { inner }: Piece): string {
  return inner === null ? basename(file) : `${basename(file)}/${inner}`;
}
