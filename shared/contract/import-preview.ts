import { z } from 'zod';
import { PersonalKind } from '../domain/cleaning.ts';
import { Mapping } from '../domain/mapping.ts';
import { FileKind, FileOptions, ImportFile, SourceFacts, TimeKind } from './import-file.ts';
import { method } from './method.ts';

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
  rememberedOptions: ImportFile.pick({
    ...{ zone: true, repeats: true, key: true, privacy: true },
    ...{ decimal: true, dates: true, discount: true, nothing: true },
  }),
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

export const importPreview = {
  /** Reads the start of a file and infers its structure. Writes nothing. */
  'ingest.preview': method(z.object(FileOptions), Preview),
};
