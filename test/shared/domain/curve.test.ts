import { describe, expect, it } from 'vitest';
import { type Curve, mergeCurves, withPoint } from '../../../shared/domain/curve.ts';

describe('the curve of a figure', () => {
  it('has one point per position, the last one reported', () => {
    const curve = [
      [1, 9],
      [4, 8],
      [4, 7],
      [5, 6],
    ] as const;
    expect(curve.reduce<Curve>(withPoint, [])).toEqual([
      [1, 9],
      [4, 7],
      [5, 6],
    ]);
  });

  it('stays short however long the job runs, and keeps its first and last points', () => {
    let curve: Curve = [];
    for (let x = 0; x < 10_000; x++) curve = withPoint(curve, [x, x]);
    expect(curve.length).toBeLessThanOrEqual(2000);
    expect([curve[0], curve.at(-1)]).toEqual([
      [0, 0],
      [9999, 9999],
    ]);
  });

  it('continues from the checkpoint from which a training is resumed', () => {
    const curve: Curve = [
      [1, 9],
      [2, 8],
      [3, 7],
    ];
    expect(withPoint(curve, [2, 7.5])).toEqual([
      [1, 9],
      [2, 7.5],
    ]);
  });

  it('is complete if two of its parts overlap', () => {
    const parts = [
      [
        [1, 9],
        [2, 8],
      ],
      [
        [2, 8],
        [3, 7],
      ],
    ] as const;
    expect(mergeCurves({ loss: parts[0] }, { loss: parts[1], rate: [[3, 1]] })).toEqual({
      loss: [
        [1, 9],
        [2, 8],
        [3, 7],
      ],
      rate: [[3, 1]],
    });
  });
});
