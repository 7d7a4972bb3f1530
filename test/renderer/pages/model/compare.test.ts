import { describe, expect, it } from 'vitest';
import { comparablePairs, comparableRuns } from '../../../../renderer/pages/model/compare/comparable.ts';
import type { ComparedPair, Comparison } from '../../../../shared/contract/runs.ts';

const pair = (first: string, second: string, users: number): ComparedPair => ({
  ...{ first, second, users, better: null },
  ...(users === 0 ? { difference: null, low: null, high: null } : { difference: 0.1, low: 0, high: 0.2 }),
});

const run = (id: string): Comparison['runs'][number] => ({
  ...{ run: id, title: '', created: 0, parameters: 1, seconds: 1, data: '', metrics: {} },
  ...{ epochs: new Int32Array(), elapsed: new Float32Array(), trainingLoss: new Float32Array() },
  ...{ validationLoss: new Float32Array(), validationNdcg10: new Float32Array() },
});

describe('compared runs', () => {
  const pairs = [pair('run-1', 'run-2', 80), pair('run-1', 'run-3', 0), pair('run-2', 'run-3', 0)];
  const runs = ['run-1', 'run-2', 'run-3'].map(run);

  it('are compared in pairs that were evaluated on the same test cases', () => {
    expect(comparablePairs(pairs)).toEqual([pairs[0]]);
    expect(comparableRuns({ runs, pairs }).map(({ run: id }) => id)).toEqual(['run-1', 'run-2']);
  });

  it('have no metric in common if no two were evaluated on the same test cases', () => {
    expect(comparableRuns({ runs, pairs: pairs.slice(1) })).toEqual([]);
  });
});
