import { UMAP } from 'umap-js';
import { findClusters } from '../electron/engine/map/clusters.ts';
import { nearestNeighbours } from '../electron/engine/map/knn.ts';
import { layOutPoints } from '../electron/engine/map/umap-layout.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import { normaliseVector } from '../electron/engine/profile/normalise-vector.ts';
import { Random } from '../shared/domain/random.ts';
import type { Bench, Row } from './row.ts';

/** Number of points, can be set by the environment; by default as many as the sample shop has users. */
const POINTS = Number(process.env.BENCH_POINTS ?? 2000);
const WIDTH = 64;
const GROUPS = 10;
const NEIGHBOURS = 15;
const MIN_DIST = 0.1;

/**
 * Number of rounds, Portrait and the peer alternating, of which the medians are reported, since the speed of a shared
 * machine varies.
 */
const ROUNDS = 3;

/**
 * Times neighbours, clusters and layout of grouped vectors, compared with umap-js, which finds its neighbours itself.
 */
const bench: Bench = async () => {
  await startWasm();
  const vectors = groupedVectors();
  const rounds = Array.from({ length: ROUNDS }, () => oneRound(vectors));
  const median = (of: (round: ReturnType<typeof oneRound>) => number) =>
    rounds.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
  const portrait = median(({ neighbours, layout }) => neighbours + layout);
  const umap = median(({ peer }) => peer);
  const size = `${POINTS.toLocaleString('en')} × ${WIDTH}`;
  const name = `neighbours and layout, ${size}`;
  return [
    { case: name, figure: portrait, unit: 's', peer: 'umap-js', peerFigure: umap, ratio: umap / portrait },
    withoutPeer(
      `exact neighbours, ${size}`,
      median(({ neighbours }) => neighbours),
    ),
    withoutPeer(
      `layout, ${size}`,
      median(({ layout }) => layout),
    ),
    withoutPeer(
      `clusters, ${size}`,
      median(({ clusters }) => clusters),
    ),
  ];
};
export default bench;

/** Returns the seconds of each step. */
function oneRound(vectors: Float32Array) {
  const neighbours = timed(() => nearestNeighbours(vectors, WIDTH, NEIGHBOURS));
  const clusters = timed(() => findClusters({ vectors, width: WIDTH }, neighbours.value, 1, 1));
  const layout = timed(() => layOutPoints(neighbours.value, { minDist: MIN_DIST, seed: 1 }, () => {}));
  const peer = timed(() => layOutByUmap(vectors));
  return {
    neighbours: neighbours.seconds,
    clusters: clusters.seconds,
    layout: layout.seconds,
    peer: peer.seconds,
  };
}

function withoutPeer(what: string, seconds: number): Row {
  return { case: what, figure: seconds, unit: 's', peer: '', peerFigure: null, ratio: null };
}

function groupedVectors(): Float32Array {
  const random = new Random(1);
  const centres = Float32Array.from({ length: GROUPS * WIDTH }, () => random.normal());
  const vectors = new Float32Array(POINTS * WIDTH);
  for (let p = 0; p < POINTS; p++) {
    const centre = random.integer(GROUPS) * WIDTH;
    const vector = vectors.subarray(p * WIDTH, (p + 1) * WIDTH);
    for (let i = 0; i < WIDTH; i++) vector[i] = centres[centre + i]! + 0.7 * random.normal();
    normaliseVector(vector);
  }
  return vectors;
}

/** Runs all steps with umap-js and its Euclidean distance, which orders unit vectors like cosine distance. */
function layOutByUmap(vectors: Float32Array): void {
  const random = new Random(1);
  const rows = Array.from({ length: POINTS }, (_, p) => [...vectors.subarray(p * WIDTH, (p + 1) * WIDTH)]);
  new UMAP({ nNeighbors: NEIGHBOURS + 1, minDist: MIN_DIST, random: () => random.float() }).fit(rows);
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const started = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - started) / 1000 };
}
