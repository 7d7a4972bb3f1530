import { type SegmenterName, segmenter } from '../../sequence/text/segmenter.ts';

/** UTF-16 units of a text that are looked at; what comes after is beyond every model's sequence. */
const LONGEST = 4000;

/** A text cut into words, signs and the blanks between them, which together are the text again. */
export function piecesOf(text: string, cutter: SegmenterName): string[] {
  return segmenter(cutter).cut(text.slice(0, LONGEST).toWellFormed());
}

/** Whether a piece can be left out of a text: it is not blank. */
const isWord = (piece: string) => piece.trim() !== '';

/** How many of the first pieces fit into a sequence: `positionsOf` tells how many positions a text takes, `most` is all it can. */
export function piecesRead(pieces: readonly string[], positionsOf: (text: string) => number, most: number): number {
  if (positionsOf(pieces.join('')) < most) return pieces.length;
  let fits = 0;
  for (let tooMany = pieces.length; tooMany - fits > 1; ) {
    const middle = (fits + tooMany) >> 1;
    if (positionsOf(pieces.slice(0, middle).join('')) < most) fits = middle;
    else tooMany = middle;
  }
  return Math.min(pieces.length, fits + 1);
}

/** log(p / (1 − p)) of each class, from one text's scores before the softmax. */
export function logOdds(scores: Float32Array): Float32Array {
  return scores.map((own, k) => {
    const others = scores.filter((_, other) => other !== k);
    const largest = others.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    const sum = others.reduce((total, score) => total + Math.exp(score - largest), 0);
    return own - largest - Math.log(sum);
  });
}

/**
 * How much each word speaks for each class: the log-odds of the class less those of the text without the word (Li, Monroe and
 * Jurafsky, “Understanding neural networks through representation erasure”, 2016). Exact, but not a share of a sum: of two
 * words that say the same each alone can seem to matter little. `rate` gives texts' scores before the softmax, (texts ×
 * classes). Effects are (pieces × classes), row-major; NaN for blanks and for what is not among the first `read` pieces.
 */
export function wordEffects(
  pieces: readonly string[],
  read: number,
  classes: number,
  rate: (texts: string[]) => Float32Array,
): { odds: Float32Array; effects: Float32Array } {
  const words = pieces.flatMap((piece, at) => (at < read && isWord(piece) ? [at] : []));
  const without = words.map((at) => pieces.toSpliced(at, 1).join(''));
  const scores = rate([pieces.join(''), ...without]);
  const oddsOf = (row: number) => logOdds(scores.subarray(row * classes, (row + 1) * classes));
  const odds = oddsOf(0);
  const effects = new Float32Array(pieces.length * classes).fill(Number.NaN);
  words.forEach((at, w) => {
    const left = oddsOf(w + 1);
    for (let k = 0; k < classes; k++) effects[at * classes + k] = odds[k]! - left[k]!;
  });
  return { odds, effects };
}
