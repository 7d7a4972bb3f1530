/** Explanation of a text's ratings, as the engine returns it. */
export interface TextExplanation {
  classes: readonly string[];
  pieces: readonly string[];
  piecesRead: number;
  logOdds: Float32Array;
  /** Shape (pieces, classes), row-major; NaN for pieces that were not measured. */
  effects: Float32Array;
}

/** A word and its effect on the log-odds of one class. */
export interface WordEffect {
  index: number;
  word: string;
  effect: number;
  /** Probability of the class without the word. */
  without: number;
}

export const probabilityOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

/** Returns the index of the most likely class. */
export function likeliestClass(logOdds: Float32Array): number {
  return logOdds.reduce((best, odds, at) => (odds > logOdds[best]! ? at : best), 0);
}

/** Returns the measured words in text order. */
export function effectsOnClass(
  { classes, pieces, logOdds, effects }: TextExplanation,
  classIndex: number,
): WordEffect[] {
  return pieces.flatMap((word, index) => {
    const effect = effects[index * classes.length + classIndex] ?? Number.NaN;
    if (Number.isNaN(effect)) return [];
    return [{ index, word, effect, without: probabilityOf((logOdds[classIndex] ?? 0) - effect) }];
  });
}

/** Returns the effects of greatest magnitude, descending; skips pieces without letters, digits or emoji. */
export function strongestEffects(effects: readonly WordEffect[], limit: number): WordEffect[] {
  return effects
    .filter(({ word }) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, limit);
}

/** Returns the colour intensity of a word, 0 to 1: its effect relative to the greatest; 0 below 8 %. */
export function colourDepth(effect: number, maxEffect: number): number {
  const share = maxEffect > 0 ? Math.abs(effect) / maxEffect : 0;
  return share < 0.08 ? 0 : share;
}
