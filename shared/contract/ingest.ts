import { z } from 'zod';
import { Cleaning, PersonalKind, PrivacyChoice } from '../domain/cleaning.ts';
import { Field, Mapping } from '../domain/mapping.ts';
import { job, method } from './method.ts';

/** What a file holds: behaviour, a row a user, a row an item, which names are of one user, or what other files look up. */
export const FileKind = z.enum(['events', 'users', 'items', 'identities', 'lookup']);
/** How exactly events are dated: with a clock, by the day, or only by their order. */
export const TimeKind = z.enum(['clock', 'date', 'order', 'none']);
export type FileKind = z.infer<typeof FileKind>;
export type TimeKind = z.infer<typeof TimeKind>;

/** A mapping as an object, or as the text that the command line takes. */
export const MappingInput = z.union([
  Mapping.refine((mapping) => JSON.stringify(mapping).length <= 1_000_000, 'longer than a million characters'),
  z.string().max(20_000),
]);

/** A path, longer than which none is on any system. */
export const Path = z.string().min(1).max(4096);

/** How a file's table is written. */
export const Format = z.enum(['text', 'json', 'ndjson', 'parquet', 'excel']);
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252']);
export const Compression = z.enum(['none', 'gzip', 'zstd', 'zip']);
export type Format = z.infer<typeof Format>;
export type Encoding = z.infer<typeof Encoding>;
export type Compression = z.infer<typeof Compression>;

/** How a table was got out of its file. */
export const SourceFacts = z.object({
  format: Format,
  encoding: Encoding,
  compression: Compression,
  /** The file inside an archive, or the sheet of a workbook; null where the file is one table. */
  inner: z.string().nullable(),
});
export type SourceFacts = z.infer<typeof SourceFacts>;

const FileOptions = {
  file: Path,
  /** Which table of an archive or a workbook; all of them where it is not given. */
  inner: z.string().max(70_000).exactOptional(),
  /** How its text is encoded; found out where it is not given. */
  encoding: Encoding.exactOptional(),
  preset: z.string().max(100).exactOptional(),
  mapping: MappingInput.exactOptional(),
  /** IANA name of the zone of times that carry none; UTC where it is not given. */
  zone: z.string().max(100).exactOptional(),
};

export const ImportFile = z.object({
  ...FileOptions,
  /** What happens to exact repeats of a row; by default they are dropped where times have a clock, else kept. */
  repeats: z.enum(['drop', 'keep']).exactOptional(),
  /** Fields that tell one event from another: a row replaces the stored events that agree with it in all of these. */
  key: z.array(Field).min(1).max(Field.options.length).exactOptional(),
  /** What is done with columns, by name; those that look personal and are not named here are not kept in clear. */
  privacy: z
    .record(z.string(), PrivacyChoice)
    .refine((columns) => Object.keys(columns).length <= 10_000, 'more than 10,000 columns')
    .exactOptional(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const PreviewColumn = z.object({
  name: z.string(),
  type: z.enum(['number', 'time', 'text', 'empty']),
  /** Different values, the most frequent first, at most five. */
  examples: z.array(z.string()),
  /** Share of the rows read in which it is empty, in [0, 1]. */
  missing: z.number(),
  /** What makes it look personal, by its name or what it holds; null where nothing does. */
  personal: PersonalKind.nullable(),
});
export type PreviewColumn = z.infer<typeof PreviewColumn>;

export const Preview = z.object({
  file: z.string(),
  bytes: z.number(),
  source: SourceFacts,
  /** All tables of the file, as `inner` takes them; empty where it is one table. */
  tables: z.array(z.string()),
  kind: FileKind,
  /** The preset that was asked for or recognised; null where the mapping was guessed. */
  preset: z.string().nullable(),
  presets: z.array(z.object({ name: z.string(), title: z.string() })),
  /** The import of the workspace whose file had the same columns, and what else it was asked for, which holds here too. */
  remembered: z.number().nullable(),
  recalled: ImportFile.pick({ zone: true, repeats: true, key: true, privacy: true }),
  separator: z.enum([',', '\t', ';', '|', ' ', '::']),
  header: z.boolean(),
  /** Rows with one event each, or one user's whole sequence of items on each line. */
  layout: z.enum(['rows', 'sequences']),
  timeKind: TimeKind,
  mapping: Mapping,
  /** The fields without which it cannot be imported. */
  missing: z.array(z.string()),
  columns: z.array(PreviewColumn),
  /** The first rows as they stand in the file. */
  rows: z.array(z.array(z.string())),
});
export type Preview = z.infer<typeof Preview>;

/** How an import went. `rows` = `events` + `duplicates` + `rejected` + `described` + `dropped`. */
const Counts = {
  rows: z.number(),
  /** Events that were added. */
  events: z.number(),
  /** Rows that could not be read and were set aside. */
  rejected: z.number(),
  /** Rows that repeat another or are in the workspace already. */
  duplicates: z.number(),
  /** Rows of files of users, items or identities, and of those that are looked up in, that were taken. */
  described: z.number(),
  /** Rows that a step left out on purpose. */
  dropped: z.number(),
  /** Events of earlier imports that rows with the same key replaced; not among `rows`. */
  replaced: z.number(),
};

/** What a step did: `rows` are those that it left out or, where it leaves none out, changed. */
export const StepResult = z.object({ step: z.string(), rows: z.number(), leavesOut: z.boolean() });
export type StepResult = z.infer<typeof StepResult>;

/** A column that looks personal or was named for a choice, and what was done with it. */
export const PrivacyResult = z.object({
  /** Its name; `column.key` for a value inside its JSON. */
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
  /** Its record in the workspace; null for a dry run. */
  import: z.number().nullable(),
  kind: FileKind,
  timeKind: TimeKind,
  preset: z.string().nullable(),
  mapping: Mapping,
  repeats: z.enum(['drop', 'keep']),
  privacy: z.array(PrivacyResult),
});
export type FileResult = z.infer<typeof FileResult>;

/** A table of an archive or a workbook that could not be imported beside the others, and why. */
export const PassedOver = z.object({
  file: z.string(),
  inner: z.string(),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
});
export type PassedOver = z.infer<typeof PassedOver>;

export const ImportResult = z.object({
  ...Counts,
  /** Tables of archives and workbooks that are left as they are; none of their rows are counted. */
  passedOver: z.array(PassedOver),
  /** What the workspace holds afterwards. */
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
  /** Line of the file, from 1. */
  line: z.number(),
  reason: z.string(),
  /**
   * The row as it stands in the file, cut off after 2,000 characters. Cells of columns that are not kept in clear are `***`;
   * where the row cannot be cut into cells, or they are too many to show, the text of such a file is ''.
   */
  text: z.string(),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

/** Another name of a user, and the import that said so. */
export const Identity = z.object({ alias: z.string(), user: z.string(), import: z.number() });
export type Identity = z.infer<typeof Identity>;

export const ImportInput = z.object({
  files: z.array(ImportFile).min(1).max(10_000),
  cleaning: Cleaning.default({}),
  synthetic: z.boolean().default(false),
  /** Goes through everything and says what would be, without keeping it. */
  dryRun: z.boolean().default(false),
  /** The user's own presets; the engine fills them in. */
  presets: z.array(z.unknown()).default([]),
});

export const ingest = {
  /** Reads the head of a file and says what it seems to be. Nothing is written. */
  'ingest.preview': method(z.object(FileOptions), Preview),
  /** Imports files in one transaction: all of it is there afterwards, or nothing. */
  'ingest.run': job(ImportInput, ImportResult),
  /** The imports of the workspace, the newest first. */
  'ingest.imports': method(z.object({}), z.object({ imports: z.array(ImportRecord) })),
  /** Which names were merged into which users, by user. */
  'ingest.identities': method(
    z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(Identity) }),
  ),
  /** Rows that an import set aside, in the order of the file. */
  'ingest.rejected': method(
    z.object({
      import: z.number().int(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(RejectedRow) }),
  ),
};
