import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { basename } from 'node:path';
import { PortraitError } from '../../../../shared/errors.ts';

const START_BYTES = 512 * 1024;

/** The first half megabyte of a text file, up to its last complete line. */
export interface FileStart {
  /** The file as it was when it was read. */
  readonly stats: Stats;
  readonly text: string;
}

/**
 * Reads the start of a UTF-8 text file, without its byte order mark; invalid bytes become U+FFFD. `name` is the name to
 * display if the file is a copy. Throws FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, and FILE_TOO_WIDE if not even the
 * first line is complete.
 */
export function readFileStart(file: string, name = basename(file)): FileStart {
  const { data, stats } = readFirstBytes(file);
  const isWholeFile = data.length === stats.size;
  const lastLine = isWholeFile ? data.length : Math.max(data.lastIndexOf(10), data.lastIndexOf(13)) + 1;
  if (lastLine === 0 && stats.size > 0) throw firstLineTooLong(name);
  const text = new TextDecoder().decode(data.subarray(0, lastLine));
  if (text.trim() === '') throw emptyFile(name);
  return { stats, text };
}

function readFirstBytes(file: string): { data: Uint8Array; stats: Stats } {
  try {
    const handle = openSync(file, 'r');
    try {
      const stats = fstatSync(handle);
      if (!stats.isFile()) throw unreadable(file, 'not-a-file');
      const data = new Uint8Array(Math.min(stats.size, START_BYTES));
      let bytesRead = 0;
      for (let count = -1; count !== 0 && bytesRead < data.length; bytesRead += count)
        count = readSync(handle, data, bytesRead, data.length - bytesRead, bytesRead);
      return { data: data.subarray(0, bytesRead), stats };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw fileError(error, file);
  }
}

/** Converts a file system error to a `PortraitError` with a code and a hint; returns other errors unchanged. */
export function fileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NOT_FOUND_CODES.has(code)) {
    return new PortraitError({
      code: 'FILE_NOT_FOUND',
      message: `The file ${file.slice(0, 300).replaceAll('\0', '')} does not exist.`,
      hint: 'Check the path and its spelling.',
      details: { file },
    });
  }
  const variant = UNREADABLE_CODES[code];
  return variant === undefined ? error : unreadable(file, variant, error);
}

/** Error codes of paths that cannot name an existing file: not found, too long or with invalid characters. */
const NOT_FOUND_CODES = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);
const UNREADABLE_CODES: Readonly<Record<string, Unreadable>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'folder',
  ELOOP: 'link-loop',
  EBUSY: 'busy',
  EIO: 'disk-fault',
  ESTALE: 'network',
};

const unreadableReasons = {
  'no-permission': 'Permission is denied.',
  folder: 'It is a folder.',
  'link-loop': 'Its symbolic links form a loop.',
  busy: 'Another program is using it.',
  'disk-fault': 'The disk reports an error.',
  network: 'Its network folder has changed.',
  'not-a-file': 'It is not a file.',
};
type Unreadable = keyof typeof unreadableReasons;

export function unreadable(file: string, variant: Unreadable, cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'FILE_UNREADABLE',
      message: `${file} cannot be read. ${unreadableReasons[variant]}`,
      hint: 'Choose a file that you have permission to read.',
      details: { file, variant },
    },
    { cause },
  );
}

function firstLineTooLong(name: string): PortraitError {
  return new PortraitError({
    code: 'FILE_TOO_WIDE',
    message: `The first line of ${name} is longer than 0.5 MB.`,
    hint: 'Export it with one event per line.',
    details: { file: name, variant: 'first-line' },
  });
}

function emptyFile(name: string): PortraitError {
  return new PortraitError({
    code: 'FILE_EMPTY',
    message: `${name} is empty.`,
    hint: 'Export it again, or choose another file.',
    details: { file: name },
  });
}
