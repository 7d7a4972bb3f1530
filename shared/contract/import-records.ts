import { z } from 'zod';
import { Mapping } from '../domain/mapping.ts';
import { ImportCounts, PrivacyResult, StepResult } from './import-effect.ts';
import { FileKind, SourceFacts, TimeKind } from './import-file.ts';
import { method } from './method.ts';

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
  ...ImportCounts,
  source: SourceFacts,
  steps: z.array(StepResult),
  privacy: z.array(PrivacyResult),
  seconds: z.number(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** An alias of a user, and the import that defined it. */
export const Identity = z.object({ alias: z.string(), user: z.string(), import: z.number() });
export type Identity = z.infer<typeof Identity>;

export const importRecords = {
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
};
