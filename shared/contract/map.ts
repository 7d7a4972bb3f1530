import { z } from 'zod';
import { Float32, Int32 } from './arrays.ts';
import { job, method } from './method.ts';
import { MeasureName } from './profile.ts';

/**
 * What sets a cluster apart. For a category, brand or action, `share` is the mean share of its users' events, `overall` the
 * same of everyone; for an attribute's value, the share of those who declared one; for a measure, the median. `lift` is
 * share / overall, `z` how many standard errors lie between them.
 */
export const Trait = z.object({
  kind: z.enum(['category', 'brand', 'action', 'attribute', 'measure']),
  /** The attribute of a value; null otherwise. */
  of: z.string().nullable(),
  name: z.string(),
  /** For a measure: on which side of most others. */
  level: z.enum(['high', 'low']).nullable(),
  lift: z.number(),
  z: z.number(),
  share: z.number(),
  overall: z.number(),
});
export type Trait = z.infer<typeof Trait>;

const ClusterBrief = z.object({ id: z.number().int(), name: z.string(), size: z.number() });
export const ClusterInfo = ClusterBrief.extend({ traits: z.array(Trait) });
export type ClusterInfo = z.infer<typeof ClusterInfo>;

export const MapParameters = z.object({
  /** Neighbours of each user that the layout keeps close: few show detail, many the large shape. */
  neighbours: z.number().int().min(2).max(200).default(15),
  /** How tightly points may lie together, 0 to 1. */
  minDist: z.number().min(0).max(1).default(0.1),
  /** Rounds of the layout; by default as many as UMAP advises for the number of users. */
  epochs: z.number().int().min(1).max(5000).exactOptional(),
  /** Above 1 gives more and smaller clusters, below 1 fewer and larger ones. */
  resolution: z.number().min(0.05).max(20).default(1),
  seed: z.number().int().default(1),
});

const MapRow = z.object({
  id: z.string(),
  run: z.string(),
  created: z.number(),
  parameters: MapParameters,
  seconds: z.number(),
  points: z.number(),
  clusters: z.number(),
});

export const map = {
  /** Lays a run's profiles out in two dimensions, finds clusters, and names them by what sets them apart. */
  'map.compute': job(
    MapParameters.extend({ run: z.string() }),
    z.object({ map: z.string(), points: z.number(), seconds: z.number(), clusters: z.array(ClusterBrief) }),
  ),
  'map.list': method(z.object({}), z.object({ maps: z.array(MapRow) })),
  /** Columns, one row a user, ascending by user id. */
  'map.points': method(
    z.object({ map: z.string() }),
    z.object({ users: Int32, names: z.array(z.string()), x: Float32, y: Float32, cluster: Int32 }),
  ),
  'map.clusters': method(z.object({ map: z.string() }), z.object({ clusters: z.array(ClusterInfo) })),
  /** A value of each point of the map, in the order of `map.points`: numbers (NaN where unknown) or labels (code −1 where unknown). */
  'map.colour': method(
    z.object({
      map: z.string(),
      by: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('attribute'), name: z.string() }),
        z.object({ kind: z.literal('measure'), name: MeasureName }),
        z.object({ kind: z.literal('action'), name: z.string() }),
      ]),
    }),
    z.union([z.object({ values: Float32 }), z.object({ labels: z.array(z.string()), codes: Int32 })]),
  ),
};
