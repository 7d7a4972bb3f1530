import { z } from 'zod';
import { Cleaning, PersonalKind, PrivacyChoice } from '../domain/cleaning.ts';
import { Mapping } from '../domain/mapping.ts';
import { ErrorShape } from '../errors.ts';
import { FileKind, ImportFile, SourceFacts, TimeKind } from './import-file.ts';
import { RejectedRow } from './import-rejected.ts';
import { Bin, QualityReport } from './import-report.ts';
import { ImportSteps } from './import-steps.ts';
import { ImportInput, ImportResult } from './ingest.ts';
import { job, method } from './method.ts';

/** Profile of a column over the whole file, not only its start. */
export const ColumnProfile = z.object({
  name: z.string(),
  type: z.enum(['number', 'time', 'text', 'empty']),
  rows: z.number(),
  /** Number of rows in which it is empty. */
  missing: z.number(),
  /** Number of distinct values; estimated above a million (HyperLogLog, within a few per cent). */
  distinct: z.number(),
  /** The most frequent values with their counts, at most eight. */
  top: z.array(z.object({ value: z.string(), count: z.number() })),
  /** For numeric columns: range, quartiles and a histogram of twenty equal bins; null otherwise. */
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
  /** Privacy choice applied to the column if it looks personal or has an explicit choice; null otherwise. */
  privacy: PrivacyChoice.nullable(),
  /** Field that the column is mapped to, `attribute`, or null if it is unused. */
  use: z.string().nullable(),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

/**
 * Evidence for a guessed column: the share of its cells that fit the field, in [0, 1], and the kind of cells counted.
 */
export const CellEvidence = z.object({ kind: z.enum(['times', 'numbers', 'different', 'filled']), share: z.number() });
export type CellEvidence = z.infer<typeof CellEvidence>;

/**
 * Guessed column of a field, its confidence in [0, 1], the reason, and the evidence of its cells (null without a
 * column).
 */
export const Guess = z.object({
  field: z.string(),
  source: z.string(),
  confidence: z.number(),
  why: z.enum(['asked', 'remembered', 'preset', 'name', 'cells', 'columns', 'filename', 'default']),
  cells: CellEvidence.nullable(),
});
export type Guess = z.infer<typeof Guess>;

/** Fix for a problem: file options or cleaning steps to merge into the request. */
export const Remedy = z.object({
  file: ImportFile.omit({ file: true }).exactOptional(),
  cleaning: Cleaning.exactOptional(),
});
export type Remedy = z.infer<typeof Remedy>;

/** Problems that the data check detects; the workbench and the command line have a text for each. */
export const ProblemCode = z.enum([
  'structure',
  'cut-off',
  'missing-user',
  'missing-action',
  'missing-item',
  'bad-time',
  'bad-number',
  'other-rejected',
  'repeats',
  'known-file',
  'known-events',
  'near-repeats',
  'bots',
  'early-times',
  'future-times',
  'zone-assumed',
  'day-month',
  'decimal-sign',
  'discount-kind',
  'placeholder-missing',
  'placeholder-kept',
  'repeated-users',
  'action-guessed',
  'column-overruled',
  'title-as-item',
  'date-and-clock',
  'low-prices',
  'high-prices',
  'short-histories',
  'rare-items',
  'personal',
  'personal-cells',
  'masked-texts',
  'order-states',
  'order-amounts',
  'unused-columns',
  'unsure',
  'encoding',
  'gaps',
  'not-importable',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

export const Problem = z.object({
  code: ProblemCode,
  /** `error`: the file cannot be imported; `warning`: data is lost or doubtful; `note`: information only. */
  severity: z.enum(['error', 'warning', 'note']),
  /**
   * Set if the problem is a choice that the import makes unless the request specifies it: what another answer would
   * change. A strict import refuses choices that change the counts of events, users or sessions, or amounts and other
   * numbers.
   */
  choice: z.enum(['counts', 'amounts', 'times', 'names']).exactOptional(),
  /** Number of affected rows; of columns, users or items for a problem about these. */
  count: z.number(),
  /** Parameters of the problem's text: columns, thresholds, dates. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** For `not-importable`: the error that importing the file ends with. */
  error: ErrorShape.exactOptional(),
  examples: z.array(RejectedRow.partial({ line: true, reason: true })),
  /** Possible fixes, the best first; empty if there are none. */
  remedies: z.array(Remedy),
});
export type Problem = z.infer<typeof Problem>;

export const ExaminedFile = z.object({
  file: z.string(),
  /** Display name: the file, and the table inside it. */
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
  /** Effect of each cleaning step before any is applied; null for files without events. */
  steps: ImportSteps.nullable(),
  report: QualityReport.nullable(),
});
export type ExaminedFile = z.infer<typeof ExaminedFile>;

/** Result of the data check. */
export const Examination = z.object({
  files: z.array(ExaminedFile),
  /** Result of a dry run of the whole import; null if it cannot be imported. */
  result: ImportResult.nullable(),
  seconds: z.number(),
});
export type Examination = z.infer<typeof Examination>;

export const examine = {
  /**
   * Data check: reads whole files, runs the import without committing it, and reports the problems found. Its output
   * contains file contents, including personal data.
   */
  'ingest.examine': job(ImportInput, Examination, { reads: false, storesOutput: false }),
  /** Returns the quality report stored with an import; null if it has none. */
  'ingest.report': method(z.object({ import: z.number().int() }), z.object({ report: QualityReport.nullable() })),
};
