import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Scorer, TestCase } from '../../train/rank/rank-batches.ts';
import { type AlsOptions, alternatingLeastSquares, rowSolver } from './als.ts';
import { type BaselineData, itemsByHistory, type Tick } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';

const CHOICES = [
  { factors: 32, alpha: 1, regularisation: 1 },
  { factors: 32, alpha: 5, regularisation: 10 },
  { factors: 64, alpha: 1, regularisation: 1 },
];
const FIXED = { iterations: 12, seed: 1 };

/**
 * Matrix factorisation: a user's vector is computed from the history before the test event, an item's from the users
 * who have it.
 */
export function* factors(training: BaselineData, tick: Tick): Iterable<Candidate> {
  const counts = itemsByHistory(training);
  for (const choice of CHOICES) {
    const options = { ...choice, ...FIXED };
    const { columns } = alternatingLeastSquares(counts, training.tokens, options, tick);
    const { factors, alpha, regularisation } = choice;
    const settings = `${factors} factors, alpha ${alpha}, regularisation ${regularisation}`;
    yield { settings, score: foldedScorer(training, columns, options) };
  }
}

/** Memory of the largest choice in bytes, including the counts in both directions. */
export function factorsBytes({ tokens, trainEnd, items }: BaselineData): number {
  return 4 * 64 * (tokens + trainEnd.length) + 16 * items.length;
}

function foldedScorer(training: BaselineData, columns: Float32Array, options: AlsOptions): Scorer {
  const solve = rowSolver(columns, options);
  const { factors } = options;
  return (cases) => {
    const scores = new Float32Array(cases.length * training.tokens);
    cases.forEach((testCase, row) => {
      const counts = countsBefore(training, testCase);
      const user = solve(Int32Array.from(counts.keys()), Float32Array.from(counts.values()));
      for (let token = FIRST_TOKEN; token < training.tokens; token++) {
        let sum = 0;
        for (let f = 0; f < factors; f++) sum += user[f]! * columns[token * factors + f]!;
        scores[row * training.tokens + token] = sum;
      }
    });
    return scores;
  };
}

function countsBefore({ items }: BaselineData, { from, event }: TestCase): Map<number, number> {
  const counts = new Map<number, number>();
  for (const token of items.subarray(from, event)) {
    if (token >= FIRST_TOKEN) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}
