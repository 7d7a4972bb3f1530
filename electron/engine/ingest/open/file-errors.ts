import { basename } from 'node:path';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../../shared/errors.ts';

/** Files with more columns than this are not event tables. */
export const MAX_COLUMNS = 10_000;

/** Error for a file of a known format that cannot be read to its end; `problem` describes the damage. */
export function damagedFile(file: string, problem: string, cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'FILE_DAMAGED',
      message: `${basename(file)} is damaged: ${problem}.`,
      hint: 'Fetch or export it again: it may have been cut off on its way.',
      details: { file },
    },
    { cause },
  );
}

export function encryptedFile(file: string, inner: string | null): PortraitError {
  return new PortraitError({
    code: 'FILE_ENCRYPTED',
    message: `${inner === null ? basename(file) : `${inner} in ${basename(file)}`} is locked with a password.`,
    hint: 'Unlock it with the program it was made with, and import what is inside.',
    details: { file, inner },
  });
}

export function unsupportedFormat(file: string, what: string, hint: string): PortraitError {
  return new PortraitError({
    code: 'FILE_BINARY',
    message: `${basename(file)} is ${what}.`,
    hint,
    details: { file },
  });
}

export function archiveBomb(file: string, problem: string): PortraitError {
  return new PortraitError({
    code: 'ARCHIVE_BOMB',
    message: `${basename(file)} ${problem}: it looks like an archive made to fill the disk.`,
    hint: 'If it is a real export, unpack it yourself and import the files inside.',
    details: { file },
  });
}

export function nestedArchive(file: string, inner: string): PortraitError {
  return new PortraitError({
    code: 'ARCHIVE_NESTED',
    message: `${inner} in ${basename(file)} is an archive inside an archive.`,
    hint: 'Unpack the outer one and import what is inside.',
    details: { file, inner },
  });
}

export function noTables(file: string): PortraitError {
  return new PortraitError({
    code: 'FILE_EMPTY',
    message: `There is no table in ${basename(file)}.`,
    hint: 'Export it again, or choose another file.',
    details: { file },
  });
}

export function unknownEncoding(file: string): PortraitError {
  return new PortraitError({
    code: 'FILE_ENCODING',
    message: `How the text of ${basename(file)} is encoded cannot be told.`,
    hint: 'Say which encoding it is, or save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and import that.',
    details: { file },
  });
}

export function diskFull(cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'DISK_FULL',
      message: 'The disk is full.',
      hint: 'Make room and try again: the workspace is as it was before.',
    },
    { cause },
  );
}

export function tooManyColumns(file: string, limit: number): PortraitError {
  return new PortraitError({
    code: 'FILE_TOO_WIDE',
    message: `${basename(file)} has more than ${limit.toLocaleString('en')} columns.`,
    hint: 'Export it with a row for each event instead of a column for each.',
    details: { file, limit },
  });
}

export function tableNotFound(file: string, inner: string, tables: readonly string[]): PortraitError {
  const suggestion = nearestNames(inner, tables, 1).map((name) => `Did you mean “${name}”? `);
  return new PortraitError({
    code: 'TABLE_NOT_FOUND',
    message: `There is no table “${inner}” in ${basename(file)}.`,
    hint: `${suggestion.join('')}It has ${tables.slice(0, 20).join(', ') || 'none'}.`,
    details: { file, inner, tables: tables.slice(0, 100) },
  });
}

export function fileChanged(file: string, cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'FILE_CHANGED',
      message: `${basename(file)} changed while it was read.`,
      hint: 'Wait until it is written completely and import it again. The workspace is as it was before.',
      details: { file },
    },
    { cause },
  );
}
