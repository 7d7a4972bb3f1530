import { type SegmenterName, segmenter } from '../../sequence/text/segmenter.ts';

/** Maximum text length in UTF-16 units; the rest is beyond every model's sequence length. */
const MAX_LENGTH = 4000;

/** Splits a text into words, punctuation and whitespace; their concatenation is the text. */
export function piecesOf(text: string, cutter: SegmenterName): string[] {
  return segmenter(cutter).cut(text.slice(0, MAX_LENGTH).toWellFormed());
}

/** Whether a piece can be removed from a text, which holds unless it is whitespace. */
const isWord = (piece: string) => piece.trim() !== '';

/**
 * Counts the leading pieces that fit into a sequence, by binary search. `countPositions` returns the sequence length of
 * a text, truncated at `maxPositions`.
 */
export function countFittingPieces(
  pieces: readonly string[],
  countPositions: (text: string) => number,
  maxPositions: number,
): number {
  if (countPositions(pieces.join('')) < maxPositions) return pieces.length;
  let fits = 0;
  for (let tooMany = pieces.length; tooMany - fits > 1; ) {
    const middle = (fits + tooMany) >> 1;
    if (countPositions(pieces.slice(0, middle).join('')) < maxPositions) fits = middle;
    else tooMany = middle;
  }
  return Math.min(pieces.length, fits + 1);
}

/** Log-odds log(p / (1 − p)) of each class, from one text's logits. */
export function logOdds(scores: Float32Array): Float32Array {
  return scores.map((classScore, k) => {
    const otherScores = scores.filter((_, index) => index !== k);
    const largest = otherScores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
    const sum = otherScores.reduce((total, score) => total + Math.exp(score - largest), 0);
    return classScore - largest - Math.log(sum);
  });
}

/**
 * Computes the effect of each word on each class: the log-odds of the class minus the log-odds of the text without the
 * word (Li, Monroe and Jurafsky, “Understanding neural networks through representation erasure”, 2016). Exact, but not
 * additive: of two redundant words, each can seem to matter little. `scoreTexts` returns the logits of texts, (texts ×
 * classes). Effects are (pieces × classes), row-major; NaN for whitespace and for pieces from `readCount` on.
 */
export function wordEffects(
  pieces: readonly string[],
  readCount: number,
  classes: number,
  scoreTexts: (texts: string[]) => Float32Array,
): { odds: Float32Array; effects: Float32Array } {
  const words = pieces.flatMap((piece, at) => (at < readCount && isWord(piece) ? [at] : []));
  const ablatedTexts = words.map((at) => pieces.toSpliced(at, 1).join(''));
  const scores = scoreTexts([pieces.join(''), ...ablatedTexts]);
  const oddsOf = (row: number) => logOdds(scores.subarray(row * classes, (row + 1) * classes));
  const odds = oddsOf(0);
  const effects = new Float32Array(pieces.length * classes).fill(Number.NaN);
  words.forEach((at, w) => {
    const ablatedOdds = oddsOf(w + 1);
    for (let k = 0; k < classes; k++) effects[at * classes + k] = odds[k]! - ablatedOdds[k]!;
  });
  return { odds, effects };
}
