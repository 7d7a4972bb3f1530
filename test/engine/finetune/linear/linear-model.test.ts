import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitLinearScorer, type SparseRows } from '../../../../electron/engine/finetune/linear/linear-model.ts';

/**
 * Data, and the results of scikit-learn 1.5: LogisticRegression(C=0.7), and Ridge(alpha=0.5) of the standardised
 * number.
 */
const fixture = JSON.parse(readFileSync(new URL('../../../fixtures/linear.json', import.meta.url), 'utf8')) as {
  x: number[][];
  classes: number[];
  number: number[];
  logits: number[][];
  binary: number[];
  ridge: number[];
};
const rows = Int32Array.from(fixture.x.keys());
const firstEight = rows.slice(0, 8);

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

test('three classes match scikit-learn', () => {
  const labels = { kind: 'classes' as const, names: ['a', 'b', 'c'], values: Int32Array.from(fixture.classes) };
  const scores = fitLinearScorer(features, labels, rows, 0.7)(features, firstEight);
  fixture.logits.forEach((logits, r) => {
    const rowScores = [...scores.subarray(3 * r, 3 * r + 3)];
    const mean = (rowScores[0]! + rowScores[1]! + rowScores[2]!) / 3;
    logits.forEach((logit, k) => {
      expect(rowScores[k]! - mean).toBeCloseTo(logit, 3);
    });
  });
});

test('a binary label matches scikit-learn', () => {
  const labels = {
    kind: 'labels' as const,
    names: ['a'],
    values: Uint8Array.from(fixture.classes, (k) => (k === 0 ? 1 : 0)),
  };
  const scores = fitLinearScorer(features, labels, rows, 0.7)(features, firstEight);
  fixture.binary.forEach((logit, r) => {
    expect(scores[r]).toBeCloseTo(logit, 3);
  });
});

test('a number matches ridge regression', () => {
  const labels = { kind: 'number' as const, names: ['n'], values: Float64Array.from(fixture.number), skewed: false };
  const scores = fitLinearScorer(features, labels, rows, 2)(features, firstEight);
  fixture.ridge.forEach((value, r) => {
    expect(scores[r]).toBeCloseTo(value, 3);
  });
});
