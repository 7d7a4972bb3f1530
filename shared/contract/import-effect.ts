import { z } from 'zod';
import { PersonalKind, PrivacyChoice } from '../domain/cleaning.ts';

/** Row counts of an import. `rows` = `events` + `duplicates` + `rejected` + `metadataRows` + `dropped`. */
export const ImportCounts = {
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
