import { z } from 'zod';
import { Cleaning, PersonalKind, PrivacyChoice } from '../domain/cleaning.ts';
import { Field, Mapping } from '../domain/mapping.ts';
import { RejectionReason } from '../domain/rejection.ts';
import { ErrorShape } from '../errors.ts';
import { nameRecord } from './by-name.ts';
import { job, method } from './method.ts';

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

/** File format of a table. */
export const Format = z.enum(['text', 'json', 'ndjson', 'parquet', 'excel']);
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

const FileOptions = {
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

export const ImportFile = z.object({
  ...FileOptions,
  /** How to treat exact duplicates of a row; by default they are dropped if times have a clock, otherwise kept. */
  repeats: z.enum(['drop', 'keep']).exactOptional(),
  /** Fields that identify an event: a row replaces the stored events that are equal in all of these (upsert). */
  key: z.array(Field).min(1).max(Field.options.length).exactOptional(),
  /** Privacy choice by column name. Columns that look personal and are not listed are not stored in plain text. */
  privacy: nameRecord(PrivacyChoice, 10_000).exactOptional(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const PreviewColumn = z.object({
  name: z.string(),
  type: z.enum(['number', 'time', 'text', 'empty']),
  /** Distinct values, the most frequent first, at most five. */
  examples: z.array(z.string()),
  /** Share of the sampled rows in which the column is empty, in [0, 1]. */
  missing: z.number(),
  /** Kind of personal data that the column's name or values suggest; null for none. */
  personal: PersonalKind.nullable(),
});
export type PreviewColumn = z.infer<typeof PreviewColumn>;

export const Preview = z.object({
  file: z.string(),
  bytes: z.number(),
  source: SourceFacts,
  /** All tables of the file, as values of `inner`; empty if it is a single table. */
  tables: z.array(z.string()),
  kind: FileKind,
  /** The requested or recognised preset; null if the mapping was inferred. */
  preset: z.string().nullable(),
  presets: z.array(z.object({ name: z.string(), title: z.string() })),
  /**
   * `rememberedImport`: earlier import of a file with the same columns; `rememberedOptions`: its other options, which
   * apply here too.
   */
  rememberedImport: z.number().nullable(),
  rememberedOptions: ImportFile.pick({ zone: true, repeats: true, key: true, privacy: true }),
  separator: z.enum([',', '\t', ';', '|', ' ', '::']),
  header: z.boolean(),
  /** Whether each row is one event, or each line the whole item sequence of one user. */
  layout: z.enum(['rows', 'sequences']),
  timeKind: TimeKind,
  mapping: Mapping,
  /** Required fields that the mapping lacks; the file cannot be imported without them. */
  missing: z.array(z.string()),
  columns: z.array(PreviewColumn),
  /** The first rows, unchanged. */
  rows: z.array(z.array(z.string())),
});
export type Preview = z.infer<typeof Preview>;

/** Row counts of an import. `rows` = `events` + `duplicates` + `rejected` + `metadataRows` + `dropped`. */
const Counts = {
  rows: z.number(),
  /** Events added. */
  events: z.number(),
  /** Rows that could not be parsed. */
  rejected: z.number(),
  /** Rows that duplicate another row or are already in the workspace. */
  duplicates: z.number(),
  /** Accepted rows of user, item, identity and lookup files. */
  metadataRows: z.number(),
  /** Rows dropped by a cleaning step. */
  dropped: z.number(),
  /** Earlier events that rows with the same key replaced; not included in `rows`. */
  replaced: z.number(),
};

/** Effect of a step: `rows` is the number of rows that it dropped or, for a step that drops none, changed. */
export const StepResult = z.object({ step: z.string(), rows: z.number(), leavesOut: z.boolean() });
export type StepResult = z.infer<typeof StepResult>;

/** A column that looks personal or has an explicit privacy choice, and the choice applied to it. */
export const PrivacyResult = z.object({
  /** Column name, or `column.key` for a value inside its JSON. */
  column: z.string(),
  kind: PersonalKind.nullable(),
  choice: PrivacyChoice,
});
export type PrivacyResult = z.infer<typeof PrivacyResult>;

export const FileResult = z.object({
  ...Counts,
  file: z.string(),
  source: SourceFacts,
  steps: z.array(StepResult),
  /** Id of the import record in the workspace; null for a dry run. */
  import: z.number().nullable(),
  kind: FileKind,
  timeKind: TimeKind,
  preset: z.string().nullable(),
  mapping: Mapping,
  repeats: z.enum(['drop', 'keep']),
  privacy: z.array(PrivacyResult),
});
export type FileResult = z.infer<typeof FileResult>;

/** A table of an archive or a workbook that could not be imported with the others, and the reason. */
export const SkippedTable = z.object({
  file: z.string(),
  inner: z.string(),
  error: ErrorShape,
});
export type SkippedTable = z.infer<typeof SkippedTable>;

export const ImportResult = z.object({
  ...Counts,
  /** Skipped tables of archives and workbooks; their rows are not counted. */
  skippedTables: z.array(SkippedTable),
  /** Totals of the workspace after the import. */
  users: z.number(),
  items: z.number(),
  sessions: z.number(),
  seconds: z.number(),
  files: z.array(FileResult),
});
export type ImportResult = z.infer<typeof ImportResult>;

export const ImportRecord = z.object({
  import: z.number(),
  file: z.string(),
  sha256: z.string(),
  kind: FileKind,
  timeKind: TimeKind,
  mapping: Mapping,
  preset: z.string().nullable(),
  synthetic: z.boolean(),
  /** Milliseconds since the epoch. */
  imported: z.number(),
  ...Counts,
  source: SourceFacts,
  steps: z.array(StepResult),
  privacy: z.array(PrivacyResult),
  seconds: z.number(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

export const RejectedRow = z.object({
  /** Line number in the file, from 1. */
  line: z.number(),
  reason: RejectionReason,
  /**
   * The original row, truncated to 2,000 characters. Cells of columns that are not stored in plain text are `***`; if such a
   * row cannot be split into cells, or has too many to show, the text is ''.
   */
  text: z.string(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

/** An alias of a user, and the import that defined it. */
export const Identity = z.object({ alias: z.string(), user: z.string(), import: z.number() });
export type Identity = z.infer<typeof Identity>;

export const ImportInput = z.object({
  files: z.array(ImportFile).min(1).max(10_000),
  cleaning: Cleaning.default({}),
  synthetic: z.boolean().default(false),
  /** Processes everything and returns the result without committing it. */
  dryRun: z.boolean().default(false),
  /** The user's own presets; filled in by the engine. */
  presets: z.array(z.unknown()).default([]),
});

export const ingest = {
  /** Reads the start of a file and infers its structure. Writes nothing. */
  'ingest.preview': method(z.object(FileOptions), Preview),
  /** Imports files in one transaction: either all of them or none. */
  'ingest.run': job(ImportInput, ImportResult, { reads: false }),
  /** Lists the imports of the workspace, the newest first. */
  'ingest.imports': method(z.object({}), z.object({ imports: z.array(ImportRecord) })),
  /** Lists which aliases were merged into which users, by user. */
  'ingest.identities': method(
    z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(Identity) }),
  ),
  /** Lists the rows that an import rejected, in file order. */
  'ingest.rejected': method(
    z.object({
      import: z.number().int(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(RejectedRow) }),
  ),
};
