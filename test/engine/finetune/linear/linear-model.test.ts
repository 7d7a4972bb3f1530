import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitLinear, type SparseRows } from '../../../../electron/engine/finetune/linear/linear-model.ts';

/** Data, and what scikit-learn 1.5 makes of it: LogisticRegression(C=0.7) and Ridge(alpha=0.5) of the standardised number. */
const fixture = JSON.parse(readFileSync(new URL('../../../fixtures/linear.json', import.meta.url), 'utf8')) as {
  x: number[][];
  classes: number[];
  number: number[];
  logits: number[][];
  binary: number[];
  ridge: number[];
};
const rows = Int32Array.from(fixture.x.keys());
const eight = rows.slice(0, 8);

function sparse(x: readonly number[][]): SparseRows {
  const cells = x.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  const starts = new Int32Array(x.length + 1);
  cells.forEach((row, r) => {
    starts[r + 1] = starts[r]! + row.length;
  });
  const flat = cells.flat();
  return {
    width: x[0]!.length,
    starts,
    columns: Int32Array.from(flat, ({ column }) => column),
    values: Float64Array.from(flat, ({ value }) => value),
  };
}

const features = sparse(fixture.x);

test('three classes as scikit-learn tells them', () => {
  const labels = { kind: 'classes' as const, names: ['a', 'b', 'c'], of: Int32Array.from(fixture.classes) };
  const scores = fitLinear(features, labels, rows, 0.7)(features, eight);
  fixture.logits.forEach((logits, r) => {
    const own = [...scores.subarray(3 * r, 3 * r + 3)];
    const mean = (own[0]! + own[1]! + own[2]!) / 3;
    logits.forEach((logit, k) => {
      expect(own[k]! - mean).toBeCloseTo(logit, 3);
    });
  });
});

test('a label as scikit-learn tells it', () => {
  const labels = {
    kind: 'labels' as const,
    names: ['a'],
    of: Uint8Array.from(fixture.classes, (k) => (k === 0 ? 1 : 0)),
  };
  const scores = fitLinear(features, labels, rows, 0.7)(features, eight);
  fixture.binary.forEach((logit, r) => {
    expect(scores[r]).toBeCloseTo(logit, 3);
  });
});

test('a number as ridge regression gives it', () => {
  const labels = { kind: 'number' as const, names: ['n'], of: Float64Array.from(fixture.number), skewed: false };
  const scores = fitLinear(features, labels, rows, 2)(features, eight);
  fixture.ridge.forEach((value, r) => {
    expect(scores[r]).toBeCloseTo(value, 3);
  });
});
