import { z } from 'zod';
import { FileKind } from '../../../../shared/contract/import-file.ts';
import { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { Mapping } from '../../../../shared/domain/mapping.ts';

/**
 * Conditions on a cell: one of some values, none of some values, a prefix, or being filled or empty. All that are given
 * must hold.
 */
const CellTest = z.strictObject({
  column: z.string(),
  is: z.array(z.string()).exactOptional(),
  not: z.array(z.string()).exactOptional(),
  starts: z.string().exactOptional(),
  filled: z.boolean().exactOptional(),
});
export type CellTest = z.infer<typeof CellTest>;

/**
 * Columns joined from another file of the same preset and import, by the value of `on` in its column `key` (`on` if not
 * given). They are named `file.column`. Unless the join is optional, an import without that file is refused.
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
 * One file of a source. It is recognised by columns of its header, all of which must be present; without a header, by
 * the form of its cells. Mapped columns that a file lacks are ignored.
 */
const PresetFile = z.strictObject({
  /** Its name in the joins of other files. */
  name: z.string().exactOptional(),
  columns: z.array(z.string()).default([]),
  /**
   * Names of its columns in other languages, compared without case, accents and punctuation. A file with these names is
   * read as if it had the names of the preset.
   */
  aliases: z.record(z.string(), z.array(z.string())).exactOptional(),
  /** Whether the header contains types, as in `user_id:token`. */
  typed: z.boolean().default(false),
  /** A regular expression for each column; an empty one matches any cell. */
  cells: z.array(z.string()).exactOptional(),
  /** Names of the columns if there is no header. */
  names: z.array(z.string()).exactOptional(),
  /** What it holds, if the mapping does not determine it. */
  kind: FileKind.exactOptional(),
  /** Missing fields are guessed, unless `whole`. */
  mapping: Mapping,
  whole: z.boolean().default(false),
  /** Columns with personal data, whatever their cells contain. */
  personal: z.record(z.string(), PersonalKind).exactOptional(),
  /** Whether equal rows are kept as separate events (`keep`) or dropped, regardless of the times. */
  repeats: z.enum(['drop', 'keep']).exactOptional(),
  /** Columns that are filled only on the first row of those with the same `by`. */
  fill: z.strictObject({ by: z.string(), columns: z.array(z.string()) }).exactOptional(),
  join: z.array(Join).exactOptional(),
  /** Rows that do not pass are excluded. */
  where: z.array(CellTest).exactOptional(),
  /** Maps the source's action names to Portrait's; others keep their name. */
  actions: z.record(z.string(), z.string()).exactOptional(),
  /** Conditions for rows that are returns or cancellations; the first that holds counts. */
  returns: z.array(CellTest.extend({ action: z.enum(['return', 'cancel']) })).exactOptional(),
  /**
   * Columns with amounts of a whole order: the total of its lines after the discount, the discount, and the refund. The
   * amounts of its lines are reduced accordingly.
   */
  order: z
    .strictObject({
      subtotal: z.string().exactOptional(),
      discount: z.string().exactOptional(),
      refund: z.string().exactOptional(),
    })
    .exactOptional(),
  /** Columns with the levels of a category, the broadest first; stored as `a > b > c`. */
  levels: z.array(z.string()).exactOptional(),
  /** Separator in a category's path; stored as `a > b > c`. */
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
