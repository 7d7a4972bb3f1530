import { withTeam } from '../kernels/with-team.ts';
import { type Neighbours, nearestNeighbours } from '../knn.ts';
import { findNeighbours, type NeighbourOptions } from './find-neighbours.ts';

/** Finds neighbours on all cores; exactly and without kernels on a machine that cannot run them. */
export function mapNeighbours(
  vectors: Float32Array,
  width: number,
  options: NeighbourOptions,
  onPoints: (done: number) => void,
): Promise<Neighbours & { readonly recall: number }> {
  return withTeam(vectors.length / width, async (team) =>
    team
      ? findNeighbours(team, vectors, width, options, onPoints)
      : { ...nearestNeighbours(vectors, width, options.neighbours, options.metric, onPoints), recall: 1 },
  );
}
