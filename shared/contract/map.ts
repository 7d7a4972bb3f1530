import { z } from 'zod';
import { ClusterName, TraitKey } from '../domain/cluster-name.ts';
import { Float32, Int32, Texts } from './arrays.ts';
import { MapId, RunId } from './ids.ts';
import { job, method } from './method.ts';
import { MeasureName } from './profile.ts';

/**
 * Distinguishing feature of a cluster. For a category, brand or action, `share` is the mean share of its users' events
 * and `overall` that of all users; for an attribute value, the share of the users who declared the attribute; for a
 * measure, the median. `lift` is share / overall, `z` the difference in standard errors.
 */
export const Trait = TraitKey.extend({
  lift: z.number(),
  z: z.number(),
  share: z.number(),
  overall: z.number(),
});
export type Trait = z.infer<typeof Trait>;

const ClusterBrief = z.object({ id: z.number().int(), name: ClusterName, size: z.number() });
export const ClusterInfo = ClusterBrief.extend({ traits: z.array(Trait) });
export type ClusterInfo = z.infer<typeof ClusterInfo>;

export const MapParameters = z.object({
  /** UMAP's n_neighbors: small values show detail, large values the global structure. */
  neighbours: z.number().int().min(2).max(200).default(15),
  /** Distance between profiles. */
  metric: z.enum(['cosine', 'euclidean']).default('cosine'),
  /** UMAP's min_dist: minimum distance between points in the layout, 0 to 1. */
  minDist: z.number().min(0).max(1).default(0.1),
  /** Optimisation epochs of the layout; by default UMAP's recommendation for the number of users. */
  epochs: z.number().int().min(1).max(5000).exactOptional(),
  /** Clustering resolution: above 1 gives more and smaller clusters, below 1 fewer and larger ones. */
  resolution: z.number().min(0.05).max(20).default(1),
  seed: z.number().int().default(1),
});

/** How far a map can be trusted. */
export const MapQuality = z.object({
  /** Share of the exact nearest neighbours that were found, measured on a sample; 1 after an exact search. */
  recall: z.number(),
});
export type MapQuality = z.infer<typeof MapQuality>;

const MapRow = z.object({
  id: z.string(),
  run: z.string(),
  created: z.number(),
  parameters: MapParameters,
  seconds: z.number(),
  /** Null for a map of an earlier version. */
  quality: MapQuality.nullable(),
  points: z.number(),
  clusters: z.number(),
});

export const map = {
  /** Projects a run's profiles to two dimensions, finds clusters, and names them by their distinguishing features. */
  'map.compute': job(
    MapParameters.extend({ run: RunId }),
    z.object({
      map: z.string(),
      points: z.number(),
      seconds: z.number(),
      quality: MapQuality,
      clusters: z.array(ClusterBrief),
    }),
    { reads: false },
  ),
  'map.list': method(z.object({}), z.object({ maps: z.array(MapRow) })),
  /** Columns, one row per user, ascending by user id. */
  'map.points': method(
    z.object({ map: MapId }),
    z.object({ users: Int32, names: Texts, x: Float32, y: Float32, cluster: Int32 }),
  ),
  'map.clusters': method(z.object({ map: MapId }), z.object({ clusters: z.array(ClusterInfo) })),
  /**
   * Sets the name of a cluster; null restores the name generated from its traits. Returns the previous name given by a
   * person, null if there was none. Throws MAP_NOT_FOUND and CLUSTER_NOT_FOUND.
   */
  'map.renameCluster': method(
    z.object({
      map: MapId,
      cluster: z.number().int().min(0),
      name: z.string().trim().min(1).max(100).nullable(),
    }),
    z.object({ previous: z.string().nullable() }),
  ),
  /**
   * Colour values of the map's points, in the order of `map.points`: numbers (NaN if unknown) or labels (code −1 if
   * unknown).
   */
  'map.colour': method(
    z.object({
      map: MapId,
      by: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('attribute'), name: z.string() }),
        z.object({ kind: z.literal('measure'), name: MeasureName }),
        z.object({ kind: z.literal('action'), name: z.string() }),
        /** A computed trait. Throws RULE_UNKNOWN_NAME, and what keeps it from being evaluated. */
        z.object({ kind: z.literal('trait'), name: z.string() }),
      ]),
    }),
    z.union([z.object({ values: Float32 }), z.object({ labels: z.array(z.string()), codes: Int32 })]),
  ),
};
