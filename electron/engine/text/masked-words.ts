import type { Random } from '../../../shared/domain/random.ts';
import type { Sequence } from '../sequence/batches.ts';
import { FIRST_TOKEN, MASK, UNK } from '../sequence/fields.ts';

/** A text with words hidden: the positions that are asked for, and the token of the target field that each held. */
export interface MaskedText {
  readonly sequence: Sequence;
  readonly at: readonly number[];
  readonly targets: readonly number[];
}

/**
 * Masked language modelling with whole words (Cui et al., 2021): a share of the words is hidden, all units of a word
 * together, 80 % of them as [MASK], 10 % as the word at another place of the text, 10 % left as they are. Pairs and triples
 * that reach into what is hidden are hidden with it, since they would tell.
 */
export function maskWords(sequence: Sequence, target: string, share: number, random: Random): MaskedText {
  const tokens = Object.fromEntries(Object.entries(sequence.tokens).map(([field, column]) => [field, column.slice()]));
  const at: number[] = [];
  const targets: number[] = [];
  const asked = sequence.tokens[target]!;
  const size = asked.length;
  for (let from = 1; from < size; ) {
    const to = wordEnd(sequence.tokens.word, from);
    if (random.float() < share) {
      const choice = random.float();
      for (let place = from; place < to; place++) {
        if (asked[place]! < FIRST_TOKEN) continue;
        at.push(place);
        targets.push(asked[place]!);
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
  return { sequence: { tokens, segment: sequence.segment }, at, targets };
}

/** Where the word that begins at a position ends; a run of one known word is one, and so is each unit of an unknown word. */
function wordEnd(words: Int32Array | undefined, from: number): number {
  let to = from + 1;
  if (!words || words[from] === UNK) return to;
  while (to < words.length && words[to] === words[from]) to++;
  return to;
}
