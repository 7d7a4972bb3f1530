import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Labels } from '../../../../electron/engine/finetune/labels/labels.ts';
import { lossAndGradient } from '../../../../electron/engine/finetune/labels/losses.ts';

const kinds: Labels[] = [
  { kind: 'classes', names: ['a', 'b', 'c'], values: Int32Array.of(2, 0) },
  { kind: 'labels', names: ['a', 'b', 'c'], values: Uint8Array.of(1, 0, 1, 0, 0, 1) },
  { kind: 'number', names: ['n'], values: Float64Array.of(1.5, -2), skewed: false },
  { kind: 'ranking', names: ['a', 'b', 'c'], values: [Int32Array.of(0, 2), Int32Array.of(1)] },
];

test.each(kinds)('the gradient of $kind matches finite differences', (labels) => {
  const outputs = labels.names.length;
  const weights = labels.kind === 'classes' || labels.kind === 'labels' ? Float64Array.of(1, 2, 0.5) : null;
  const scores = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
    minLength: 2 * outputs,
    maxLength: 2 * outputs,
  });
  fc.assert(
    fc.property(scores, (drawn) => {
      const at = Float64Array.from(drawn);
      const gradient = at.slice();
      lossAndGradient(labels, [0, 1], at, gradient, weights);
      const step = 1e-5;
      at.forEach((score, i) => {
        const loss = (to: number) => lossAndGradient(labels, [0, 1], at.with(i, to), at.slice(), weights);
        expect(gradient[i]).toBeCloseTo((loss(score + step) - loss(score - step)) / (2 * step), 5);
      });
    }),
    { numRuns: 30 },
  );
});
