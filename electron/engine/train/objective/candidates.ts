import type { Random } from '../../../../shared/domain/random.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';

/**
 * Distinct tokens sampled for a step, and the correction added to the score of each: the logarithm of its importance
 * weight.
 */
export interface CandidateSample {
  readonly ids: Int32Array;
  readonly shifts: Float32Array;
}

/**
 * Half of the draws are uniform, so that no token's importance weight exceeds twice the mean number of tokens per draw.
 */
const EVEN_SHARE = 0.5;

/**
 * Samples tokens of a field without replacement, frequent ones more often: half uniformly, half by rank according to
 * Zipf's law (vocabularies are sorted by frequency, so a token implies its rank). Sampling is systematic (Madow, 1949),
 * so each token's inclusion probability is known exactly. With `logQ` (Bengio and Senécal, 2008), a token is weighted
 * by 1 / its probability, and sums over the sample are unbiased estimates of sums over all tokens; without it, the
 * weight is 1.
 */
export class CandidateSampler {
  /** Cumulative inclusion probabilities before each token; the last element is the number of draws. */
  private readonly cumulative: Float64Array;
  private readonly logQ: boolean;

  /** `size`: number of tokens of the field, special tokens included. */
  constructor(size: number, draws: number, logQ: boolean) {
    const chances = inclusionProbabilities(size - FIRST_TOKEN, draws);
    this.cumulative = new Float64Array(chances.length + 1);
    chances.forEach((chance, rank) => {
      this.cumulative[rank + 1] = this.cumulative[rank]! + chance;
    });
    this.logQ = logQ;
  }

  draw(random: Random): CandidateSample {
    const { cumulative, logQ } = this;
    const ids: number[] = [];
    const shifts: number[] = [];
    let next = random.float();
    for (let rank = 0; rank + 1 < cumulative.length; rank++) {
      if (cumulative[rank + 1]! <= next) continue;
      next++;
      ids.push(FIRST_TOKEN + rank);
      shifts.push(logQ ? -Math.log(cumulative[rank + 1]! - cumulative[rank]!) : 0);
    }
    return { ids: Int32Array.from(ids), shifts: Float32Array.from(shifts) };
  }
}

/** Returns each rank's probability of being sampled: proportional to its share, but at most 1. */
function inclusionProbabilities(count: number, draws: number): Float64Array {
  if (draws >= count) return new Float64Array(count).fill(1);
  const shares = Float64Array.from({ length: count }, (_, rank) => share(rank, count));
  // Shares fall with the rank, so the ones that would exceed 1 come first.
  let certainCount = 0;
  let remainingShare = 1;
  while (((draws - certainCount) * shares[certainCount]!) / remainingShare > 1)
    remainingShare -= shares[certainCount++]!;
  return shares.map((rankShare, rank) =>
    rank < certainCount ? 1 : ((draws - certainCount) * rankShare) / remainingShare,
  );
}

function share(rank: number, count: number): number {
  const zipf = Math.log((rank + 2) / (rank + 1)) / Math.log(count + 1);
  return EVEN_SHARE / count + (1 - EVEN_SHARE) * zipf;
}
