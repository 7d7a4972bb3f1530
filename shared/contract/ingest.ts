import { z } from 'zod';
import { Cleaning } from '../domain/cleaning.ts';
import { Mapping } from '../domain/mapping.ts';
import { ErrorShape } from '../errors.ts';
import { ImportCounts, PrivacyResult, StepResult } from './import-effect.ts';
import { FileKind, ImportFile, SourceFacts, TimeKind } from './import-file.ts';
import { job } from './method.ts';

export const FileResult = z.object({
  ...ImportCounts,
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
  ...ImportCounts,
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

export const ImportInput = z.object({
  files: z.array(ImportFile).min(1).max(10_000),
  cleaning: Cleaning.default({}),
  synthetic: z.boolean().default(false),
  /** Processes everything and returns the result without committing it. */
  dryRun: z.boolean().default(false),
  /** Refuses files whose import would make a choice that changes counts or amounts. */
  strict: z.boolean().default(false),
  /** The user's own presets; filled in by the engine. */
  presets: z.array(z.unknown()).default([]),
});

export const ingest = {
  /** Imports files in one transaction: either all of them or none. */
  'ingest.run': job(ImportInput, ImportResult, { reads: false }),
};
