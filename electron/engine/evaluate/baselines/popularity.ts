import type { Scorer } from '../../train/rank/rank-batches.ts';
import { popularityOf, type Training } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';

/** Scores every item by how often training saw it. */
export function* popularity(training: Training): Iterable<Candidate> {
  yield { settings: '', score: sameForAll(popularityOf(training)) };
}

function sameForAll(counts: Float32Array): Scorer {
  return (questions) => {
    const scores = new Float32Array(questions.length * counts.length);
    for (let row = 0; row < questions.length; row++) scores.set(counts, row * counts.length);
    return scores;
  };
}
