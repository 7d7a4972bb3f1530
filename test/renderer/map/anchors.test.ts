import { expect, it } from 'vitest';
import { clusterAnchors } from '../../../renderer/map/anchors.ts';

it('a label is placed on a member even if the centre of its cluster is empty', () => {
  const ring = Array.from({ length: 40 }, (_, i) => (i / 20) * Math.PI);
  const x = Float32Array.from([...ring.map(Math.cos), 5, 6, 7]);
  const y = Float32Array.from([...ring.map(Math.sin), 5, 5, 5]);
  const cluster = Int32Array.from([...ring.map(() => 0), 3, 3, 3]);
  const anchors = clusterAnchors({ x, y, cluster });
  expect(cluster[anchors.get(0)!]).toBe(0);
  expect(anchors.get(3)).toBe(41);
});

it('points without a cluster have no label', () => {
  expect(clusterAnchors({ x: Float32Array.of(1), y: Float32Array.of(1), cluster: Int32Array.of(-1) }).size).toBe(0);
});
