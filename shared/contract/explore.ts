import { z } from 'zod';
import { MAX_RULE_LENGTH, Measure, RuleInput } from '../domain/rule.ts';
import { Float64, Int32, Uint8 } from './arrays.ts';
import { MapId } from './ids.ts';
import { method } from './method.ts';
import { MemberOrder, Members } from './segment.ts';
import { TraitName, TraitValues } from './traits.ts';

/** Selection of users: a rule as text or as a tree, or null for everyone. */
const Selection = z.union([z.string().max(MAX_RULE_LENGTH), RuleInput]).nullable();

/**
 * Number of users of each value or bin. `selected` counts the users selected by the rule without its conditions on the
 * facet itself, so that the facet can widen the selection: of a conjunction (`all`, also nested), the parts that
 * concern only the facet are ignored; an `any` at the top level is evaluated as a whole.
 */
const Counts = { selected: Int32, everyone: Int32 };

/** Most frequent values among the selected users, and all values that the rule refers to. */
const Values = {
  values: z.array(z.string()),
  ...Counts,
  /** Number of values that are not listed. */
  further: z.number(),
};

/**
 * Bins of a number: bin i covers `edges[i]` up to but excluding `edges[i + 1]`; the last one includes its upper edge.
 * Users whose number is unknown are not counted.
 */
const Bins = { edges: Float64, ...Counts };

export const Facet = z.discriminatedUnion('kind', [
  /** Declared values of an attribute. A condition concerns the facet if it compares only this attribute. */
  z.object({ kind: z.literal('attribute'), name: z.string(), ...Values }),
  /** Bins of an attribute whose values are numbers. */
  z.object({ kind: z.literal('number'), name: z.string(), ...Bins }),
  /** Users with an event of each action; likewise of each top-level category and of each brand. */
  z.object({ kind: z.literal('action'), ...Values }),
  z.object({ kind: z.literal('category'), ...Values }),
  z.object({ kind: z.literal('brand'), ...Values }),
  /** Users with an event in each hour of the day in the workspace's time zone, 24 counts. */
  z.object({ kind: z.literal('hour'), ...Counts }),
  z.object({ kind: z.literal('measure'), name: Measure, ...Bins }),
  /** Clusters of the map, ascending by id. */
  z.object({ kind: z.literal('cluster'), map: z.string(), clusters: Int32, ...Counts }),
  /** Most probable class of a prediction; `name` is its name in rules. */
  z.object({ kind: z.literal('class'), name: z.string(), run: z.string(), ...Values }),
  /** Predicted number, or probability of “yes”. */
  z.object({ kind: z.literal('score'), name: z.string(), run: z.string(), isProbability: z.boolean(), ...Bins }),
  /** Computed trait: its numbers, or its texts. Traits that cannot be evaluated are omitted. */
  z.object({ kind: z.literal('traitNumber'), name: z.string(), unit: z.string(), ...Bins }),
  z.object({ kind: z.literal('traitText'), name: z.string(), ...Values }),
]);
export type Facet = z.infer<typeof Facet>;

/** Keys of columns, such as `events`, `attribute:age` or `trait:basket`. */
const Columns = z.array(z.string().min(1).max(1000)).max(500);

/**
 * Queries about one selection of users, shown as a map, facets and a table. All methods throw RULE_SYNTAX,
 * RULE_TOO_LARGE, RULE_UNKNOWN_NAME, RULE_NEEDS_CLASS and MAP_NOT_FOUND. A call that is cancelled is not computed.
 */
export const explore = {
  'explore.select': method(
    z.object({ rule: Selection, map: MapId.nullable() }),
    z.object({
      size: z.number(),
      /** Number of all users. */
      users: z.number(),
      /** The rule as text; null for everyone. */
      rule: z.string().nullable(),
      /**
       * The selected points of the map, in the order of `map.points`: point i is bit `i & 7` of byte `i >> 3`. Empty
       * without a map.
       */
      members: Uint8,
      /** Number of selected points. */
      onMap: z.number(),
    }),
  ),
  /** Counts the selected users by their features. Facets without data are omitted. */
  'explore.facets': method(
    z.object({
      rule: Selection,
      map: MapId.nullable(),
      /** Maximum number of values of a facet. */
      limit: z.number().int().min(1).max(500).default(20),
    }),
    z.object({ size: z.number(), users: z.number(), facets: z.array(Facet) }),
  ),
  /** Keys of the columns of the table of users that were chosen in this workspace; null for the default. */
  'explore.columns': method(z.object({}), z.object({ columns: Columns.nullable() })),
  'explore.changeColumns': method(z.object({ columns: Columns.nullable() }), z.object({})),
  /** Returns one page of the selected users. */
  'explore.users': method(
    z.object({
      rule: Selection,
      /** Map of the clusters; by default the newest. */
      map: MapId.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(10_000).default(100),
      order: z
        .union([
          MemberOrder,
          z.literal('cluster'),
          z.strictObject({ attribute: z.string() }),
          z.strictObject({ trait: TraitName }),
        ])
        .default('user'),
      descending: z.boolean().default(false),
      /** Names of computed traits whose values are returned. */
      traits: z.array(TraitName).max(20).default([]),
    }),
    z.object({ size: z.number(), members: Members.extend({ traits: z.array(TraitValues) }) }),
  ),
};
