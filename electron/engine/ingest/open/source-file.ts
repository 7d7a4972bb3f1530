import { symlinkSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import type { Compression } from '../../../../shared/contract/import-file.ts';
import type { OpenContext } from './open-context.ts';

/** A file on disk that may contain tables: the user's own, or one unpacked from it. */
export interface SourceFile {
  readonly path: string;
  /** Name of the file inside the archive; null for the user's own file. */
  readonly inner: string | null;
  readonly compression: Compression;
  /** Compression formats removed so far, from the outermost inwards. */
  readonly compressionLayers: readonly Compression[];
  /** Whether it holds only the start of the unpacked data. */
  readonly truncated: boolean;
}

/**
 * The user's file as a source file. If its name contains a backslash, it is read through a symbolic link: DuckDB does
 * not treat a backslash as an ordinary character.
 */
export function sourceFileOf({ file, temporary }: OpenContext): SourceFile {
  const path = sep === '/' && file.includes('\\') ? temporary() : file;
  if (path !== file) symlinkSync(resolve(file), path);
  return { path, inner: null, compression: 'none', compressionLayers: [], truncated: false };
}

/** The name shown to users. */
export function displayName(file: string, { inner }: SourceFile): string {
  return inner === null ? basename(file) : `${basename(file)}/${inner}`;
}
