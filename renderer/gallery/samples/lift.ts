import type { Lift } from '../../../shared/contract/segment.ts';

export const lift: Lift = {
  kind: ['behaviour', 'item', 'brand', 'attribute'],
  of: ['purchase', null, null, 'city'],
  name: ['tea', 'I1042', 'Northwind', 'Oslo'],
  title: [null, '龙井茶 250 克', null, null],
  titleEn: [null, 'Longjing tea, 250 g', null, null],
  category: [null, 'tea', null, null],
  brand: [null, 'Northwind', null, null],
  members: Int32Array.of(96, 41, 22, 30),
  everyone: Int32Array.of(310, 120, 260, 290),
  memberShare: Float64Array.of(0.64, 0.273, 0.147, 0.2),
  everyoneShare: Float64Array.of(0.168, 0.065, 0.141, 0.158),
  lift: Float64Array.of(3.8, 4.2, 1.04, 0.42),
  low: Float64Array.of(3.2, 3.1, 0.7, 0.26),
  high: Float64Array.of(4.5, 5.6, 1.5, 0.66),
  p: Float64Array.of(1e-9, 1e-7, 0.8, 0.002),
  q: Float64Array.of(1e-8, 1e-6, 0.86, 0.012),
};

/** A comparison without significant features. */
export const noLift: Lift = {
  kind: [],
  of: [],
  name: [],
  title: [],
  titleEn: [],
  category: [],
  brand: [],
  members: new Int32Array(),
  everyone: new Int32Array(),
  memberShare: new Float64Array(),
  everyoneShare: new Float64Array(),
  lift: new Float64Array(),
  low: new Float64Array(),
  high: new Float64Array(),
  p: new Float64Array(),
  q: new Float64Array(),
};
