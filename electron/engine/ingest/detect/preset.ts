import { z } from 'zod';
import { FileKind } from '../../../../shared/contract/ingest.ts';
import { Mapping } from '../../../../shared/domain/mapping.ts';

/** What a cell must be: one of some values, none of them, something that begins so, or filled at all. All that is said must hold. */
const CellTest = z.strictObject({
  column: z.string(),
  is: z.array(z.string()).exactOptional(),
  not: z.array(z.string()).exactOptional(),
  starts: z.string().exactOptional(),
  filled: z.boolean().exactOptional(),
});
export type CellTest = z.infer<typeof CellTest>;

/**
 * Columns taken from another file of the same preset and import, by the value of `on` in its column `key` (named alike
 * where it is not said). Here they are called `file.column`. Unless it is optional, an import without that file is refused.
 */
const Join = z.strictObject({
  file: z.string(),
  on: z.string(),
  key: z.string().exactOptional(),
  columns: z.array(z.string()).min(1),
  optional: z.boolean().default(false),
});
export type Join = z.infer<typeof Join>;

/**
 * One file of a source. It is recognised by columns of its header, all of which must be there; without a header, by what
 * its cells look like. Columns that a file lacks are passed over.
 */
const PresetFile = z.strictObject({
  /** What joins of other files call it. */
  name: z.string().exactOptional(),
  columns: z.array(z.string()).default([]),
  /** Whether the header says types, as in `user_id:token`. */
  typed: z.boolean().default(false),
  /** A regular expression for each column, empty for any cell. */
  cells: z.array(z.string()).exactOptional(),
  /** What the columns are called, where there is no header. */
  names: z.array(z.string()).exactOptional(),
  /** What it holds, where the mapping does not tell. */
  kind: FileKind.exactOptional(),
  /** What it leaves out is guessed, unless `whole`. */
  mapping: Mapping,
  whole: z.boolean().default(false),
  /** Whether equal rows are different events, whatever the times say. */
  repeats: z.enum(['drop', 'keep']).exactOptional(),
  /** Columns that stand only on the first row of all with the same `by`. */
  fill: z.strictObject({ by: z.string(), columns: z.array(z.string()) }).exactOptional(),
  join: z.array(Join).exactOptional(),
  /** Rows that do not pass are left out. */
  where: z.array(CellTest).exactOptional(),
  /** What actions are called here; others keep their name. */
  actions: z.record(z.string(), z.string()).exactOptional(),
  /** Rows that take a purchase back; the first that holds counts. */
  returns: z.array(CellTest.extend({ action: z.enum(['return', 'cancel']) })).exactOptional(),
  /** Columns that hold a category's levels, the widest first; they are stored as `a > b > c`. */
  levels: z.array(z.string()).exactOptional(),
  /** What stands between the parts of a category's path; they are stored as `a > b > c`. */
  path: z.string().exactOptional(),
});
export type PresetFile = z.infer<typeof PresetFile>;

export const Preset = z.strictObject({
  name: z.string(),
  title: z.string(),
  separator: z.enum([',', '\t', ';', '|', ' ', '::']).exactOptional(),
  layout: z.enum(['rows', 'sequences']).default('rows'),
  files: z.array(PresetFile).min(1),
});
export type Preset = z.infer<typeof Preset>;
