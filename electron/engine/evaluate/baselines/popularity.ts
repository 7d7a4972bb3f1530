import type { Scorer } from '../../train/rank/rank-batches.ts';
import { type BaselineData, popularityOf } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';

/** Scores every item by its number of training events. */
export function* popularity(training: BaselineData): Iterable<Candidate> {
  yield { settings: '', score: sameForAll(popularityOf(training)) };
}

function sameForAll(counts: Float32Array): Scorer {
  return (cases) => {
    const scores = new Float32Array(cases.length * counts.length);
    for (let row = 0; row < cases.length; row++) scores.set(counts, row * counts.length);
    return scores;
  };
}
