import { z } from 'zod';
import { MAX_RULE_LENGTH, Rule, RuleInput } from '../domain/rule.ts';
import { Float64, Int32 } from './arrays.ts';
import { byName } from './by-name.ts';
import { MapId, RunId } from './ids.ts';
import { ExportPlace } from './import-file.ts';
import { method } from './method.ts';

const Polygon = z
  .array(z.tuple([z.number(), z.number()]))
  .min(3)
  .max(10_000);

/** Users within a polygon in map coordinates. */
const Lasso = z.strictObject({ lasso: z.strictObject({ map: MapId, polygon: Polygon }) });
const Cluster = z.strictObject({ cluster: z.strictObject({ map: MapId, cluster: z.number().int() }) });

/** Definition of a segment as it is stored. */
export const Definition = z.union([z.strictObject({ rule: Rule }), Lasso, Cluster]);
export type Definition = z.infer<typeof Definition>;

/** Definition of a segment as a caller passes it: a rule may be given as text. */
export const DefinitionInput = z.union([
  z.strictObject({ rule: z.string().max(MAX_RULE_LENGTH) }),
  z.strictObject({ rule: RuleInput }),
  Lasso,
  Cluster,
]);
export type DefinitionInput = z.infer<typeof DefinitionInput>;

const Name = z.string().trim().min(1).max(200);

export const LiftKind = z.enum(['behaviour', 'brand', 'item', 'attribute']);
export type LiftKind = z.infer<typeof LiftKind>;

/**
 * Comparison of a segment's members with all users, one row per feature, the strongest evidence first. A feature is an
 * action in a category, a brand, an item, or a declared attribute value. Features that the segment's rule names are left
 * out.
 */
export const Lift = z.object({
  kind: z.array(LiftKind),
  /** Action of a behaviour or attribute of a value; null for brands and items. */
  of: z.array(z.string().nullable()),
  /** Category, brand, item or value; null for an action in any category. */
  name: z.array(z.string().nullable()),
  /** An item's titles; null otherwise. */
  title: z.array(z.string().nullable()),
  titleEn: z.array(z.string().nullable()),
  /** An item's category and brand; null otherwise. */
  category: z.array(z.string().nullable()),
  brand: z.array(z.string().nullable()),
  /** Number of users with the feature. */
  members: Int32,
  everyone: Int32,
  memberShare: Float64,
  everyoneShare: Float64,
  /** memberShare / everyoneShare, with the bounds of its 95 % interval. */
  lift: Float64,
  low: Float64,
  high: Float64,
  /**
   * p-value: probability of a difference at least this large in a random sample of the same size. `q` is corrected for
   * multiple testing.
   */
  p: Float64,
  q: Float64,
});
export type Lift = z.infer<typeof Lift>;

export const SegmentSummary = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  /** Milliseconds since the epoch. */
  created: z.number(),
  definition: Definition,
  /** The rule as text; null for a lasso or a cluster. */
  rule: z.string().nullable(),
});
export type SegmentSummary = z.infer<typeof SegmentSummary>;

/** One page of members, one row per user. */
export const Members = z.object({
  users: z.array(z.string()),
  attributes: z.array(byName(z.string())),
  events: Int32,
  sessions: Int32,
  /** Days since the user's last event; NaN if events have no dates. */
  recency: Float64,
  frequency: Int32,
  monetary: Float64,
  /** Cluster on the definition's map, else on the newest map; null for users who are not on it. */
  cluster: z.array(z.number().nullable()),
});
export type Members = z.infer<typeof Members>;

export const MemberOrder = z.enum(['user', 'events', 'sessions', 'recency', 'frequency', 'monetary']);

const LiftOptions = {
  /** Minimum number of users of a feature to be tested. */
  minimumUsers: z.number().int().min(1).default(10),
  liftRows: z.number().int().min(0).max(5000).default(200),
};

/** Number that restores the replaced segment; null if none was replaced. */
const Replaced = z.number().nullable();

export const segment = {
  /** Computes a segment without saving it. */
  'segment.preview': method(
    z.object({ definition: DefinitionInput, ...LiftOptions }),
    z.object({
      size: z.number(),
      users: z.number(),
      rule: z.string().nullable(),
      /** Number of features tested; `lift` has the strongest of them. */
      tested: z.number(),
      lift: Lift,
    }),
  ),
  /** Saves a definition and its current members. */
  'segment.create': method(
    z.object({ name: Name, definition: DefinitionInput, replace: z.boolean().default(false) }),
    z.object({
      segment: z.string(),
      size: z.number(),
      users: z.number(),
      rule: z.string().nullable(),
      replaced: Replaced,
    }),
  ),
  'segment.list': method(z.object({}), z.object({ segments: z.array(SegmentSummary) })),
  'segment.get': method(
    z.object({
      segment: Name,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(10_000).default(100),
      order: MemberOrder.default('user'),
      descending: z.boolean().default(false),
      ...LiftOptions,
    }),
    SegmentSummary.extend({
      users: z.number(),
      map: z.string().nullable(),
      members: Members,
      tested: z.number(),
      lift: Lift,
    }),
  ),
  /** Deletes a segment. While the workspace is open, the returned number restores it. */
  'segment.delete': method(z.object({ segment: Name }), z.object({ deleted: z.number() })),
  /**
   * Restores a deleted or replaced segment with its members and creation time: by its number, or by default the last
   * one of the name. Throws SEGMENT_EXISTS if a segment of the name exists, unless `replace` is set.
   */
  'segment.restore': method(
    z.object({ segment: Name, deleted: z.number().int().exactOptional(), replace: z.boolean().default(false) }),
    z.object({ replaced: Replaced }),
  ),
  /**
   * Exports a segment's members, the profiles of a run or the points of a map as a CSV file that is safe to open in a
   * spreadsheet, with a manifest next to it.
   */
  'segment.export': method(
    z.union([
      z.strictObject({ segment: Name, ...ExportPlace }),
      z.strictObject({ profiles: RunId, ...ExportPlace }),
      z.strictObject({ map: MapId, ...ExportPlace }),
    ]),
    z.object({ rows: z.number(), file: z.string(), sha256: z.string() }),
  ),
};
