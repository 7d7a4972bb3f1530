import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { PortraitError } from '../../../../shared/errors.ts';

const HEAD_BYTES = 512 * 1024;

/** The first half megabyte of a text file, up to its last whole line. */
export interface Head {
  readonly file: string;
  readonly bytes: number;
  readonly text: string;
  /** Whether `text` is the whole file. */
  readonly whole: boolean;
}

/**
 * Reads the head of a UTF-8 text file, without its byte order mark; broken bytes become U+FFFD. `name` is what people call
 * it, where it is a copy. Throws FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, and FILE_TOO_WIDE where not even the first
 * line ends in it.
 */
export function readHead(file: string, name = basename(file)): Head {
  const { data, bytes } = readStart(file);
  const whole = data.length === bytes;
  const lastLine = whole ? data.length : Math.max(data.lastIndexOf(10), data.lastIndexOf(13)) + 1;
  if (lastLine === 0 && bytes > 0) throw noLine(name);
  const text = new TextDecoder().decode(data.subarray(0, lastLine));
  if (text.trim() === '') throw empty(name);
  return { file, bytes, text, whole };
}

function readStart(file: string): { data: Uint8Array; bytes: number } {
  try {
    const handle = openSync(file, 'r');
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) throw unreadable(file, 'It is not a file.');
      const data = new Uint8Array(Math.min(stat.size, HEAD_BYTES));
      let read = 0;
      for (let got = -1; got !== 0 && read < data.length; read += got)
        got = readSync(handle, data, read, data.length - read, read);
      return { data: data.subarray(0, read), bytes: stat.size };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw fileError(error, file);
  }
}

/** Gives what the file system says a code and a hint. */
export function fileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NOWHERE.has(code)) {
    return new PortraitError({
      code: 'FILE_NOT_FOUND',
      message: `There is no file ${file.slice(0, 300).replaceAll('\0', '')}.`,
      hint: 'Check the path and its spelling.',
      details: { file },
    });
  }
  const why = UNREADABLE[code];
  return why === undefined ? error : unreadable(file, why, error);
}

/** What there cannot be a file of: a path that leads nowhere, is too long or holds what no path may. */
const NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);
const UNREADABLE: Readonly<Record<string, string>> = {
  EACCES: 'You may not read it.',
  EPERM: 'You may not read it.',
  EISDIR: 'It is a folder.',
  ELOOP: 'Its links lead in a circle.',
  EBUSY: 'Another program holds it.',
  EIO: 'Its disk reports a fault.',
  ESTALE: 'The network folder that it lies in has changed.',
};

export function unreadable(file: string, why: string, cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'FILE_UNREADABLE',
      message: `${file} cannot be read. ${why}`,
      hint: 'Choose a file that you may read.',
      details: { file },
    },
    { cause },
  );
}

function noLine(name: string): PortraitError {
  return new PortraitError({
    code: 'FILE_TOO_WIDE',
    message: `The first line of ${name} is longer than half a megabyte.`,
    hint: 'Export it with a row for each event, and a line for each row.',
    details: { file: name },
  });
}

function empty(name: string): PortraitError {
  return new PortraitError({
    code: 'FILE_EMPTY',
    message: `${name} is empty.`,
    hint: 'Export it again, or choose another file.',
    details: { file: name },
  });
}
