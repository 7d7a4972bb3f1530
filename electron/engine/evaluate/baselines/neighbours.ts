import { type BaselineData, itemsByHistory, type Sparse, type Tick, transposed } from './baseline-data.ts';
import type { Candidate } from './candidate.ts';
import { linkScorer, strongestLinks } from './links.ts';

/** Shrinkage terms added to the denominator, against similarity by chance. */
const SHRINK = [0, 10, 50];
const DECAYS = [1, 0.9, 0.6];
/**
 * Number of last distinct items of a history that are paired with each other; the number of pairs grows quadratically.
 */
const MAX_HISTORY_ITEMS = 500;

/**
 * Item-to-item neighbours (Sarwar et al., 2001): scores items by their shrunk cosine similarity, over users, to the
 * user's last items.
 */
export function* neighbours(training: BaselineData, tick: Tick): Iterable<Candidate> {
  const byHistory = lastOfEach(itemsByHistory(training), MAX_HISTORY_ITEMS);
  const byItem = transposed(byHistory, training.tokens);
  const users = (token: number) => byItem.offsets[token + 1]! - byItem.offsets[token]!;
  for (const shrink of SHRINK) {
    const links = strongestLinks(
      training.tokens,
      (token, add) => {
        for (let i = byItem.offsets[token]!; i < byItem.offsets[token + 1]!; i++) {
          const h = byItem.column[i]!;
          for (let j = byHistory.offsets[h]!; j < byHistory.offsets[h + 1]!; j++) {
            const other = byHistory.column[j]!;
            add(other, 1 / (Math.sqrt(users(token) * users(other)) + shrink));
          }
        }
      },
      tick,
    );
    for (const decay of DECAYS) {
      yield { settings: `shrink ${shrink}, decay ${decay}`, score: linkScorer(training, links, decay) };
    }
  }
}

/** Returns the last `most` columns of each row. */
function lastOfEach({ offsets, column, weight }: Sparse, most: number): Sparse {
  const rows = offsets.length - 1;
  if (!offsets.some((start, row) => row < rows && offsets[row + 1]! - start > most)) return { offsets, column, weight };
  const starts = new Int32Array(rows + 1);
  const selectedIndices: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let i = Math.max(offsets[row]!, offsets[row + 1]! - most); i < offsets[row + 1]!; i++) selectedIndices.push(i);
    starts[row + 1] = selectedIndices.length;
  }
  return {
    offsets: starts,
    column: Int32Array.from(selectedIndices, (i) => column[i]!),
    weight: Float32Array.from(selectedIndices, (i) => weight[i]!),
  };
}
