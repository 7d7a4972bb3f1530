import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Held, Scorer } from '../../train/rank/rank-batches.ts';
import { type AlsOptions, alternatingLeastSquares, rowSolver } from './als.ts';
import { itemsByHistory, type Tick, type Training } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';

const CHOICES = [
  { factors: 32, alpha: 1, regularisation: 1 },
  { factors: 32, alpha: 5, regularisation: 10 },
  { factors: 64, alpha: 1, regularisation: 1 },
];
const FIXED = { iterations: 12, seed: 1 };

/** Matrix factorisation: users are vectors by what they have had up to the question, items by who has them. */
export function* factors(training: Training, tick: Tick): Iterable<Candidate> {
  const counts = itemsByHistory(training);
  for (const choice of CHOICES) {
    const options = { ...choice, ...FIXED };
    const { columns } = alternatingLeastSquares(counts, training.tokens, options, tick);
    const { factors, alpha, regularisation } = choice;
    const settings = `${factors} factors, alpha ${alpha}, regularisation ${regularisation}`;
    yield { settings, score: foldedScorer(training, columns, options) };
  }
}

/** Bytes that the largest of them takes, counts in both directions included. */
export function factorsBytes({ tokens, trainEnd, items }: Training): number {
  return 4 * 64 * (tokens + trainEnd.length) + 16 * items.length;
}

function foldedScorer(training: Training, columns: Float32Array, options: AlsOptions): Scorer {
  const solve = rowSolver(columns, options);
  const { factors } = options;
  return (questions) => {
    const scores = new Float32Array(questions.length * training.tokens);
    questions.forEach((question, row) => {
      const counts = countsBefore(training, question);
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

function countsBefore({ items }: Training, { from, event }: Held): Map<number, number> {
  const counts = new Map<number, number>();
  for (const token of items.subarray(from, event)) {
    if (token >= FIRST_TOKEN) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}
