import { z } from 'zod';
import { Cleaning, PersonalKind, PrivacyChoice } from '../domain/cleaning.ts';
import { Mapping } from '../domain/mapping.ts';
import { Bin, QualityReport } from './import-report.ts';
import { ImportSteps } from './import-steps.ts';
import { FileKind, ImportFile, ImportInput, ImportResult, RejectedRow, SourceFacts, TimeKind } from './ingest.ts';
import { job, method } from './method.ts';

/** A column over the whole file, not only its head. */
export const ColumnProfile = z.object({
  name: z.string(),
  type: z.enum(['number', 'time', 'text', 'empty']),
  rows: z.number(),
  /** Rows in which it is empty. */
  missing: z.number(),
  /** Different values; above a million they are estimated (HyperLogLog, within a few per cent). */
  distinct: z.number(),
  /** The most frequent values with how often they stand there, at most eight. */
  top: z.array(z.object({ value: z.string(), count: z.number() })),
  /** For numbers: their extent, quartiles and twenty equal bins. */
  numbers: z
    .object({
      min: z.number(),
      p25: z.number(),
      median: z.number(),
      p75: z.number(),
      max: z.number(),
      mean: z.number(),
      bins: z.array(Bin),
    })
    .nullable(),
  personal: PersonalKind.nullable(),
  /** What is done with it where it looks personal or was asked for; null for other columns. */
  privacy: PrivacyChoice.nullable(),
  /** The field that it feeds, `attribute`, or null where it is not taken. */
  use: z.string().nullable(),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

/** What the mapping says of a field, how sure that is, in [0, 1], and what it rests on. */
export const Guess = z.object({
  field: z.string(),
  source: z.string(),
  confidence: z.number(),
  why: z.enum(['asked', 'remembered', 'preset', 'name', 'cells', 'filename', 'default']),
});
export type Guess = z.infer<typeof Guess>;

/** What would settle a problem: options of the file, or cleaning steps, to be merged into what was asked for. */
export const Remedy = z.object({
  file: ImportFile.omit({ file: true }).exactOptional(),
  cleaning: Cleaning.exactOptional(),
});
export type Remedy = z.infer<typeof Remedy>;

/** What the doctor can find; the workbench and the command line have words for each. */
export const ProblemCode = z.enum([
  ...([
    'structure',
    'cut-off',
    'missing-user',
    'missing-action',
    'missing-item',
    'bad-time',
    'bad-number',
    'other-rejected',
  ] as const),
  ...(['repeats', 'known-file', 'known-events', 'near-repeats', 'bots', 'early-times', 'future-times'] as const),
  ...(['zone-assumed', 'day-month', 'low-prices', 'high-prices', 'short-histories', 'rare-items'] as const),
  ...(['personal', 'unused-columns', 'unsure', 'encoding', 'gaps', 'not-importable'] as const),
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

export const Problem = z.object({
  code: ProblemCode,
  /** `error`: nothing can be imported; `warning`: something is lost or doubtful; `note`: good to know. */
  severity: z.enum(['error', 'warning', 'note']),
  /** Rows that it concerns, or columns where it is about columns. */
  count: z.number(),
  /** What it is about, in figures and names: columns, thresholds, dates. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  examples: z.array(RejectedRow.partial({ line: true, reason: true })),
  /** What could be done, the best first; empty where there is nothing to choose. */
  remedies: z.array(Remedy),
});
export type Problem = z.infer<typeof Problem>;

export const ExaminedFile = z.object({
  file: z.string(),
  /** What people are shown: the file, and the table inside it. */
  name: z.string(),
  source: SourceFacts,
  bytes: z.number(),
  kind: FileKind,
  timeKind: TimeKind,
  preset: z.string().nullable(),
  mapping: Mapping,
  guesses: z.array(Guess),
  columns: z.array(ColumnProfile),
  problems: z.array(Problem),
  /** What cleaning steps would do to it, before any is taken; null for files of no behaviour. */
  steps: ImportSteps.nullable(),
  report: QualityReport.nullable(),
});
export type ExaminedFile = z.infer<typeof ExaminedFile>;

/** What the doctor says of files before anything is written. */
export const Examination = z.object({
  files: z.array(ExaminedFile),
  /** What the import would do, by a dry run of all of it; null where it cannot be done. */
  result: ImportResult.nullable(),
  seconds: z.number(),
});
export type Examination = z.infer<typeof Examination>;

export const examine = {
  /** The doctor: reads whole files, tries the import without keeping anything, and says what it found. */
  'ingest.examine': job(ImportInput, Examination),
  /** The quality report that was kept with an import; null for an import that has none. */
  'ingest.report': method(z.object({ import: z.number().int() }), z.object({ report: QualityReport.nullable() })),
};
