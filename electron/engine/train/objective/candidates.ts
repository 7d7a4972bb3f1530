import type { Random } from '../../../../shared/domain/random.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';

/** Tokens drawn for a step, all different, and how often each counts: as a logarithm, to be added to its score. */
export interface Drawn {
  readonly ids: Int32Array;
  readonly shifts: Float32Array;
}

/** Half of the draws are even, so that no token counts for more than twice the tokens a draw stands for on average. */
const EVEN_SHARE = 0.5;

/**
 * Draws tokens of a field without repeats, the frequent ones more often: half evenly, half by their rank as Zipf's law has it
 * (vocabularies are sorted by frequency, so a token tells its rank). Sampling is systematic (Madow, 1949), with each token's
 * chance known exactly. With `logQ` (Bengio and Senécal, 2008), a token counts 1 / chance times, and sums over
 * the drawn are right on average for sums over all; without, it counts once.
 */
export class CandidateSampler {
  /** Sum of the chances of all tokens before each, and of all at the end: how many are drawn. */
  private readonly before: Float64Array;
  private readonly logQ: boolean;

  /** size: tokens of the field, special ones included. */
  constructor(size: number, draws: number, logQ: boolean) {
    const chances = chancesOf(size - FIRST_TOKEN, draws);
    this.before = new Float64Array(chances.length + 1);
    chances.forEach((chance, rank) => {
      this.before[rank + 1] = this.before[rank]! + chance;
    });
    this.logQ = logQ;
  }

  draw(random: Random): Drawn {
    const { before, logQ } = this;
    const ids: number[] = [];
    const shifts: number[] = [];
    let next = random.float();
    for (let rank = 0; rank + 1 < before.length; rank++) {
      if (before[rank + 1]! <= next) continue;
      next++;
      ids.push(FIRST_TOKEN + rank);
      shifts.push(logQ ? -Math.log(before[rank + 1]! - before[rank]!) : 0);
    }
    return { ids: Int32Array.from(ids), shifts: Float32Array.from(shifts) };
  }
}

/** Each rank's chance to be among the drawn: proportional to its share, but 1 at most. */
function chancesOf(count: number, draws: number): Float64Array {
  if (draws >= count) return new Float64Array(count).fill(1);
  const shares = Float64Array.from({ length: count }, (_, rank) => share(rank, count));
  // Shares fall with the rank, so those that would exceed 1 come first.
  let certain = 0;
  let rest = 1;
  while (((draws - certain) * shares[certain]!) / rest > 1) rest -= shares[certain++]!;
  return shares.map((own, rank) => (rank < certain ? 1 : ((draws - certain) * own) / rest));
}

function share(rank: number, count: number): number {
  const zipf = Math.log((rank + 2) / (rank + 1)) / Math.log(count + 1);
  return EVEN_SHARE / count + (1 - EVEN_SHARE) * zipf;
}
