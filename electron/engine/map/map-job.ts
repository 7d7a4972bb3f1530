import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { Stage, Unit } from '../../../shared/domain/progress.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { JobFunction } from '../jobs/context.ts';
import { areFinite } from '../model/finite.ts';
import { storedVectors } from '../profile/stored-vectors.ts';
import { insertMap } from '../store/map/maps.ts';
import { requireRun } from '../store/models/runs.ts';
import { nameClusters } from './cluster-names.ts';
import { findClusters } from './clusters.ts';
import { mapNeighbours } from './neighbours/map-neighbours.ts';
import { sampledLayout } from './sampled-layout.ts';
import { clusterTraits } from './traits.ts';
import { layOutPoints } from './umap-layout.ts';

/** Minimum number of users for a map. */
const MIN_USERS = 10;

/**
 * Computes a map of a run's profiles: neighbours, clusters, layout and names. Throws RUN_NOT_FOUND, NO_PROFILES and
 * TOO_FEW_USERS.
 */
export const mapJob: JobFunction<Parsed<'map.compute'>, Output<'map.compute'>> = async (
  { run, ...parameters },
  context,
) => {
  const started = performance.now();
  const { db } = context.workspace;
  requireRun(db, run);
  const profiles = storedVectors(db, run);
  const { users, vectors, width } = profiles;
  if (users.length < MIN_USERS) throw tooFewUsers(users.length);
  requireFinite(run, vectors);
  const report =
    (stage: Stage, unit: Unit) =>
    (done: number, total = users.length) => {
      context.checkCancelled();
      context.progress({ stage, done, total, unit });
    };
  const reportUsers = report('map.neighbours', 'users');
  const neighbours = await mapNeighbours(vectors, width, parameters, reportUsers);
  const quality = { recall: neighbours.recall };
  const cluster = findClusters(profiles, neighbours, parameters.resolution, parameters.seed);
  const reportEpoch = report('map.layout', 'epochs');
  const { x, y } = layOutPoints(neighbours, parameters, (done, total, embedding) => {
    context.showLayout(() => sampledLayout(embedding, cluster));
    reportEpoch(done, total);
  });
  const traits = clusterTraits(db, users, cluster);
  const names = nameClusters(traits);
  const sizes = traits.map((_, id) => cluster.reduce((count, c) => count + (c === id ? 1 : 0), 0));
  const clusters = traits.map((traitsOfCluster, id) => ({
    id,
    name: names[id]!,
    size: sizes[id]!,
    traits: traitsOfCluster,
  }));
  const seconds = (performance.now() - started) / 1000;
  const map = insertMap(db, { run, parameters, seconds, quality, users, x, y, cluster, clusters });
  return {
    map,
    points: users.length,
    seconds,
    quality,
    clusters: clusters.map(({ id, name, size }) => ({ id, name, size })),
  };
};

/** Throws PROFILES_NOT_FINITE if a vector contains NaN or an infinity. */
function requireFinite(run: string, vectors: Float32Array): void {
  if (areFinite(vectors)) return;
  throw new PortraitError({
    code: 'PROFILES_NOT_FINITE',
    message: `The profiles of ${run} contain values that are not finite numbers.`,
    hint: 'Compute its profiles again. If that does not help, train again with a lower learning rate.',
    details: { run },
  });
}

function tooFewUsers(users: number): PortraitError {
  return new PortraitError({
    code: 'TOO_FEW_USERS',
    message: `${users} users are too few for a map.`,
    hint: `Import more users: at least ${MIN_USERS} are needed.`,
    details: { users, needed: MIN_USERS },
  });
}
