import { basename } from 'node:path';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import type { RejectionReason } from '../../../../shared/domain/rejection.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { rejectionText } from '../../../../shared/texts/rejection-text.ts';

/** Files with more columns than this are not event tables. */
export const MAX_COLUMNS = 10_000;

/**
 * What is wrong with a damaged file: `part` names a part of it, `reason` is that of a document, `method` the number of a
 * compression method, and `systemMessage` is the decoder's.
 */
interface Damage {
  readonly variant: keyof typeof damages;
  readonly part?: string;
  readonly reason?: RejectionReason;
  readonly method?: number;
  readonly systemMessage?: string;
}

const damages = {
  'no-json': () => 'it contains no JSON object',
  'no-columns': () => 'it has no columns',
  document: ({ part, reason }: Damage) =>
    `document ${part} cannot be read${reason ? ` (${rejectionText(reason)})` : ''}`,
  structure: ({ systemMessage }: Damage) => `${systemMessage}`,
  inflate: ({ systemMessage }: Damage) => `it cannot be unpacked completely (${systemMessage})`,
  'inflate-part': ({ part, systemMessage }: Damage) => `${part} cannot be unpacked (${systemMessage})`,
  compression: ({ part, method }: Damage) => `${part} uses an unsupported compression method (${method})`,
  checksum: ({ part }: Damage) => `the checksum of ${part} is wrong`,
};

/** Error for a file of a known format that cannot be read to its end. */
export function damagedFile(file: string, damage: Damage, cause?: unknown): PortraitError {
  const { variant, part = null, reason = null, method = null } = damage;
  return new PortraitError(
    {
      code: 'FILE_DAMAGED',
      message: `${basename(file)} is damaged: ${damages[variant](damage)}.`,
      hint: 'Download or export it again: it may have been truncated in transfer.',
      details: { file, variant, part, rejection: reason, method },
    },
    { cause },
  );
}

export function encryptedFile(file: string, inner: string | null): PortraitError {
  return new PortraitError({
    code: 'FILE_ENCRYPTED',
    message: `${inner === null ? basename(file) : `${inner} in ${basename(file)}`} is protected by a password.`,
    hint: 'Remove the password with the original program, then import the files inside.',
    details: { file, inner },
  });
}

export function archiveBomb(file: string, variant: 'ratio' | 'parquet' | 'entries', limit: number): PortraitError {
  const count = limit.toLocaleString('en');
  const problem =
    variant === 'entries' ? `contains more than ${count} files` : `unpacks to more than ${count} times its size`;
  const otherFile =
    variant === 'parquet' ? 'convert it to CSV and import that' : 'unpack it yourself and import the files inside';
  return new PortraitError({
    code: 'ARCHIVE_BOMB',
    message: `${basename(file)} ${problem}, like an archive made to fill the disk (a zip bomb).`,
    hint: `If it is a genuine export, ${otherFile}.`,
    details: { file, variant, limit },
  });
}

export function nestedArchive(file: string, inner: string): PortraitError {
  return new PortraitError({
    code: 'ARCHIVE_NESTED',
    message: `${inner} in ${basename(file)} is an archive inside an archive.`,
    hint: 'Unpack the outer archive and import the files inside.',
    details: { file, inner },
  });
}

export function noTables(file: string): PortraitError {
  return new PortraitError({
    code: 'FILE_EMPTY',
    message: `${basename(file)} contains no tables.`,
    hint: 'Export it again, or choose another file.',
    details: { file, variant: 'no-table' },
  });
}

export function unknownEncoding(file: string): PortraitError {
  return new PortraitError({
    code: 'FILE_ENCODING',
    message: `The text encoding of ${basename(file)} cannot be detected.`,
    hint: 'Choose the encoding, or save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”) and import that.',
    details: { file },
  });
}

export function diskFull(cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'DISK_FULL',
      message: 'The disk is full.',
      hint: 'Free up disk space and try again. The workspace is unchanged.',
      details: { variant: 'import' },
    },
    { cause },
  );
}

export function tooManyColumns(file: string, limit: number): PortraitError {
  return new PortraitError({
    code: 'FILE_TOO_WIDE',
    message: `${basename(file)} has more than ${limit.toLocaleString('en')} columns.`,
    hint: 'Export it with one row per event instead of one column per event.',
    details: { file, limit, variant: 'columns' },
  });
}

export function tableNotFound(file: string, inner: string, tables: readonly string[]): PortraitError {
  const nearest = nearestNames(inner, tables, 1);
  const suggestion = nearest.map((name) => `Did you mean “${name}”? `);
  return new PortraitError({
    code: 'TABLE_NOT_FOUND',
    message: `${basename(file)} has no table “${inner}”.`,
    hint: `${suggestion.join('')}Available tables: ${tables.slice(0, 20).join(', ') || 'none'}.`,
    details: { file, inner, nearest, tables: tables.slice(0, 100) },
  });
}

export function fileChanged(file: string, cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'FILE_CHANGED',
      message: `${basename(file)} changed while it was being read.`,
      hint: 'Wait until it is written completely, then import it again. The workspace is unchanged.',
      details: { file },
    },
    { cause },
  );
}
