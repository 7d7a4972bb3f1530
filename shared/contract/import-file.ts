import { z } from 'zod';
import { PrivacyChoice } from '../domain/cleaning.ts';
import { Field, Mapping } from '../domain/mapping.ts';
import { nameRecord } from './by-name.ts';

/**
 * Kind of a file: events, users (a row per user), items (a row per item), identities (aliases of users) or a lookup
 * table that other files refer to.
 */
export const FileKind = z.enum(['events', 'users', 'items', 'identities', 'lookup']);
/** Precision of event times: with a clock, by the day, or only by order. */
export const TimeKind = z.enum(['clock', 'date', 'order', 'none']);
export type FileKind = z.infer<typeof FileKind>;
export type TimeKind = z.infer<typeof TimeKind>;

/** A mapping as an object, or as the text that the command line accepts. */
export const MappingInput = z.union([
  Mapping.refine((mapping) => JSON.stringify(mapping).length <= 1_000_000, 'longer than a million characters'),
  z.string().max(20_000),
]);

/** A path; 4096 is the longest on any system, and none has a NUL. */
export const Path = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => !path.includes('\0'), { error: 'a path has no NUL character', params: { text: 'path' } });

/** Where an export is written: the workspace's exports folder unless `out` is given. */
export const ExportPlace = {
  out: Path.exactOptional(),
  /** Whether to replace an existing file that is not an earlier export of the same object. */
  replace: z.boolean().default(false),
};

/** File format of a table. */
export const Format = z.enum(['text', 'json', 'ndjson', 'parquet', 'excel', 'html']);
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252']);
export const Compression = z.enum(['none', 'gzip', 'zstd', 'zip']);
export type Format = z.infer<typeof Format>;
export type Encoding = z.infer<typeof Encoding>;
export type Compression = z.infer<typeof Compression>;

/** How a table was read from its file. */
export const SourceFacts = z.object({
  format: Format,
  encoding: Encoding,
  compression: Compression,
  /** The file inside an archive or the sheet of a workbook; null if the file is a single table. */
  inner: z.string().nullable(),
});
export type SourceFacts = z.infer<typeof SourceFacts>;

export const DecimalSign = z.enum(['point', 'comma']);
export const DayOrder = z.enum(['day-first', 'month-first', 'year-first']);
export const DiscountKind = z.enum(['money', 'share', 'percent']);
export type DecimalSign = z.infer<typeof DecimalSign>;
export type DayOrder = z.infer<typeof DayOrder>;
export type DiscountKind = z.infer<typeof DiscountKind>;

/** A table of a file and how to read it. */
export const FileOptions = {
  file: Path,
  /** Which table of an archive or a workbook; all of them if omitted. */
  inner: z.string().max(70_000).exactOptional(),
  /** Character encoding; detected if omitted. */
  encoding: Encoding.exactOptional(),
  preset: z.string().max(100).exactOptional(),
  mapping: MappingInput.exactOptional(),
  /** IANA time zone of times without an offset; UTC if omitted. */
  zone: z.string().max(100).exactOptional(),
};

/** A table of a file, how to read it and how to import it. */
export const ImportFile = z.object({
  ...FileOptions,
  /** How to treat exact duplicates of a row; by default they are dropped if times have a clock, otherwise kept. */
  repeats: z.enum(['drop', 'keep']).exactOptional(),
  /** Whether to use the session as the user in rows without a user. */
  sessionsAsUsers: z.boolean().exactOptional(),
  /** Decimal sign of ambiguous numbers such as 1.249; by default determined from the whole column. */
  decimal: DecimalSign.exactOptional(),
  /** Order of the parts of ambiguous dates such as 05/03/24; by default determined from the whole column. */
  dates: DayOrder.exactOptional(),
  /**
   * Whether discounts are money, shares of the price in [0, 1], or percentages; by default determined from the whole
   * column.
   */
  discount: DiscountKind.exactOptional(),
  /**
   * Whether placeholders such as “None” count as missing, by field; by default they do in ids, times and numbers, but
   * not in names.
   */
  nothing: z.partialRecord(Field, z.enum(['missing', 'keep'])).exactOptional(),
  /** Fields that identify an event: a row replaces the stored events that are equal in all of these (upsert). */
  key: z.array(Field).min(1).max(Field.options.length).exactOptional(),
  /** Privacy choice by column name. Columns that look personal and are not listed are not stored in plain text. */
  privacy: nameRecord(PrivacyChoice, 10_000).exactOptional(),
});
export type ImportFile = z.infer<typeof ImportFile>;
