/** What a run says of a text, as the engine tells it. */
export interface Explained {
  classes: readonly string[];
  pieces: readonly string[];
  read: number;
  logOdds: Float32Array;
  /** (pieces × classes), row-major; NaN where nothing was asked. */
  effects: Float32Array;
}

/** A word and what it says of one class. */
export interface WordEffect {
  place: number;
  word: string;
  effect: number;
  /** The class's probability when the text is read without the word. */
  without: number;
}

export const probabilityOf = (odds: number) => 1 / (1 + Math.exp(-odds));

/** The place of the class that is likeliest. */
export function likeliest(logOdds: Float32Array): number {
  return logOdds.reduce((best, odds, at) => (odds > logOdds[best]! ? at : best), 0);
}

/** The words that were asked about, in their order. */
export function effectsOn({ classes, pieces, logOdds, effects }: Explained, at: number): WordEffect[] {
  return pieces.flatMap((word, place) => {
    const effect = effects[place * classes.length + at] ?? Number.NaN;
    if (Number.isNaN(effect)) return [];
    return [{ place, word, effect, without: probabilityOf((logOdds[at] ?? 0) - effect) }];
  });
}

/** The effects that matter most, the greatest first, signs alone left out. */
export function strongest(effects: readonly WordEffect[], most: number): WordEffect[] {
  return effects
    .filter(({ word }) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, most);
}

/** How deep a word is coloured, 0 to 1: by its effect beside the greatest, small ones not at all. */
export function depthOf(effect: number, greatest: number): number {
  const share = greatest > 0 ? Math.abs(effect) / greatest : 0;
  return share < 0.08 ? 0 : share;
}
