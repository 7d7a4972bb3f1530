import { z } from 'zod';
import { MAX_FORMULA_LENGTH } from '../domain/traits/formula.ts';
import { ErrorShape } from '../errors.ts';
import { Float64, Int32 } from './arrays.ts';
import { method } from './method.ts';

export const TraitName = z.string().trim().min(1).max(200);
const FormulaText = z.string().trim().min(1).max(MAX_FORMULA_LENGTH);
const TraitKind = z.enum(['number', 'text']);

/** Values of a trait, one a user: numbers, NaN for none, or texts, null for none. */
export const TraitValues = z.union([Float64, z.array(z.string().nullable())]);
export type TraitValues = z.infer<typeof TraitValues>;

export const TraitSummary = z.object({
  name: z.string(),
  /** The formula as text (`docs/TRAITS.md`). */
  formula: z.string(),
  unit: z.string(),
  description: z.string(),
  /** Milliseconds since the epoch. */
  created: z.number(),
  /** Null if the formula cannot be evaluated: `error` says why. */
  kind: TraitKind.nullable(),
  error: ErrorShape.nullable(),
  /** Names of the segments and of the traits that refer to it. */
  segments: z.array(z.string()),
  traits: z.array(z.string()),
});
export type TraitSummary = z.infer<typeof TraitSummary>;

/** Distribution of a trait over the users who have a value. */
export const TraitDistribution = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('number'),
    mean: z.number(),
    min: z.number(),
    lowerQuartile: z.number(),
    median: z.number(),
    upperQuartile: z.number(),
    max: z.number(),
    /** Histogram: bin i counts the users from `edges[i]` up to but excluding `edges[i + 1]`; the last includes it. */
    edges: Float64,
    counts: Int32,
  }),
  z.object({
    kind: z.literal('text'),
    /** The most frequent texts with their numbers of users, and the number of other texts. */
    texts: z.array(z.string()),
    counts: Int32,
    further: z.number(),
  }),
]);
export type TraitDistribution = z.infer<typeof TraitDistribution>;

export const TraitPreview = z.object({
  /** The formula as it is saved. */
  formula: z.string(),
  kind: TraitKind,
  users: z.number(),
  /** Number of users who have a value. */
  known: z.number(),
  /** Null if no user has a value. */
  distribution: TraitDistribution.nullable(),
  /** Up to five users: of numbers, those at the quartiles. */
  examples: z.array(z.object({ user: z.string(), value: z.union([z.number(), z.string()]) })),
});
export type TraitPreview = z.infer<typeof TraitPreview>;

/** Number that restores what was replaced; null if nothing was. */
const Replaced = z.number().nullable();

/** Methods that read a formula throw RULE_SYNTAX, RULE_UNKNOWN_NAME, TRAIT_CIRCULAR and TRAIT_TOO_LARGE. */
export const traits = {
  'traits.list': method(z.object({}), z.object({ traits: z.array(TraitSummary) })),
  /** Computes a formula for all users without saving it. A call that is cancelled ends early. */
  'traits.preview': method(
    z.object({
      formula: FormulaText,
      /** The trait that is edited, which the formula may not refer to. */
      name: TraitName.exactOptional(),
    }),
    TraitPreview,
  ),
  /** Saves a trait. Throws TRAIT_EXISTS if there is one of the name, unless `replace` is set. */
  'traits.save': method(
    z.object({
      name: TraitName,
      formula: FormulaText,
      unit: z.string().trim().max(40).default(''),
      description: z.string().trim().max(2000).default(''),
      replace: z.boolean().default(false),
    }),
    z.object({ formula: z.string(), replaced: Replaced }),
  ),
  /**
   * Renames a trait, also where segments and other traits refer to it. Throws TRAIT_NOT_FOUND, and TRAIT_EXISTS if there
   * is one of the new name.
   */
  'traits.rename': method(z.object({ name: TraitName, to: TraitName }), z.object({})),
  /** Deletes a trait. While the workspace is open, the returned number restores it. Throws TRAIT_NOT_FOUND. */
  'traits.delete': method(z.object({ name: TraitName }), z.object({ deleted: z.number() })),
  /**
   * Restores a deleted or replaced trait: by its number, or by default the last one of the name. Throws TRAIT_EXISTS if
   * there is one of the name, unless `replace` is set.
   */
  'traits.restore': method(
    z.object({ name: TraitName, deleted: z.number().int().exactOptional(), replace: z.boolean().default(false) }),
    z.object({ replaced: Replaced }),
  ),
};
