/** Points of a map: three groups of 60 users around a centre each. */
const POINTS = 180;
const CENTRES = [
  [-3, 1],
  [2, 3],
  [1, -3],
] as const;

export const cluster = Int32Array.from({ length: POINTS }, (_, at) => at % CENTRES.length);
/** Index of a point within its group. */
const rank = (at: number) => Math.floor(at / CENTRES.length);
/** Distance of a point from its centre, and its direction in radians: the spiral of a sunflower. */
const distance = (at: number) => 0.3 * Math.sqrt(rank(at));
const direction = (at: number) => 2.4 * rank(at);
export const x = Float32Array.from(cluster, (group, at) => CENTRES[group]![0] + distance(at) * Math.cos(direction(at)));
export const y = Float32Array.from(cluster, (group, at) => CENTRES[group]![1] + distance(at) * Math.sin(direction(at)));
/** A number by which points are coloured; unknown for some. */
export const values = Float32Array.from(cluster, (_, at) => (at % 20 === 0 ? Number.NaN : at));
