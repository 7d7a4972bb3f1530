import { symlinkSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import type { Compression } from '../../../../shared/contract/ingest.ts';
import type { OpenContext } from './open-context.ts';

/** A file on the disk that may hold tables: the user's own, or what was unpacked from it. */
export interface SourceFile {
  readonly path: string;
  /** The file inside an archive that it was; null for the user's own. */
  readonly inner: string | null;
  readonly compression: Compression;
  /** How it was unpacked so far, from the outside in. */
  readonly compressionLayers: readonly Compression[];
  /** Whether it is only the beginning of what it was unpacked from. */
  readonly truncated: boolean;
}

/**
 * The user's file as a piece. Where a backslash is part of its name, it is read by a link: the table engine takes it for
 * something else than a letter.
 */
export function sourceFileOf({ file, temporary }: OpenContext): SourceFile {
  const path = sep === '/' && file.includes('\\') ? temporary() : file;
  if (path !== file) symlinkSync(resolve(file), path);
  return { path, inner: null, compression: 'none', compressionLayers: [], truncated: false };
}

/** What people call it. */
export function displayName(file: string, { inner }: SourceFile): string {
  return inner === null ? basename(file) : `${basename(file)}/${inner}`;
}
