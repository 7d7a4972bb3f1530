import type { Random } from '../../../shared/domain/random.ts';
import type { Sequence } from '../sequence/batches.ts';
import { FIRST_TOKEN, MASK, UNK } from '../sequence/fields.ts';

/** A text with masked words: the masked positions, and the original token of the target field at each. */
export interface MaskedText {
  readonly sequence: Sequence;
  readonly positions: readonly number[];
  readonly targets: readonly number[];
}

/**
 * Applies whole word masking (Cui et al., 2021): selects a share of the words and masks all units of a word together,
 * 80 % as [MASK], 10 % as the token at a random position of the text; 10 % stay unchanged. Pairs and triples that
 * overlap a masked unit are masked too, because they would reveal it.
 */
export function maskWords(sequence: Sequence, target: string, share: number, random: Random): MaskedText {
  const tokens = Object.fromEntries(Object.entries(sequence.tokens).map(([field, column]) => [field, column.slice()]));
  const positions: number[] = [];
  const targets: number[] = [];
  const targetColumn = sequence.tokens[target]!;
  const size = targetColumn.length;
  for (let from = 1; from < size; ) {
    const to = wordEnd(sequence.tokens.word, from);
    if (random.float() < share) {
      const choice = random.float();
      for (let place = from; place < to; place++) {
        if (targetColumn[place]! < FIRST_TOKEN) continue;
        positions.push(place);
        targets.push(targetColumn[place]!);
        if (choice < 0.8) for (const column of Object.values(tokens)) column[place] = MASK;
        else if (choice < 0.9) {
          const other = 1 + random.integer(size - 1);
          for (const [field, column] of Object.entries(tokens)) column[place] = sequence.tokens[field]![other]!;
        }
        if (choice >= 0.9) continue;
        if (tokens.pair && place > 1) tokens.pair[place - 1] = MASK;
        if (tokens.triple) tokens.triple.fill(MASK, Math.max(1, place - 2), place);
      }
    }
    from = to;
  }
  return { sequence: { tokens, segment: sequence.segment }, positions, targets };
}

/**
 * Returns the end of the word that starts at a position. Consecutive units of the same known word form one word; each
 * unit of an unknown word is a word of its own.
 */
function wordEnd(words: Int32Array | undefined, from: number): number {
  let to = from + 1;
  if (!words || words[from] === UNK) return to;
  while (to < words.length && words[to] === words[from]) to++;
  return to;
}
