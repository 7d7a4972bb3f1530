import type { Segmenter } from './segmenter.ts';

/**
 * A unit, the smallest part of a text with its own position: a character in scripts without spaces between words, a
 * word or number in others, an emoji with its modifiers and joined emoji, or a punctuation mark.
 */
const UNIT =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|\p{N}+(?:[.:]\p{N}+|,\p{N}{3}(?!\p{N}))*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}])+|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}])*|\S/gu;

/** A unit and the word that contains it, which may be the unit itself. */
export interface Unit {
  readonly text: string;
  readonly word: string;
}

/** Splits a normalised text into units, in order; whitespace is skipped. */
export function unitsOf(text: string, { cut }: Segmenter): Unit[] {
  const words = cut(text);
  const units: Unit[] = [];
  let w = 0;
  let end = words[0]?.length ?? 0;
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    while (index >= end && w + 1 < words.length) end += words[++w]!.length;
    const word = words[w] ?? unit;
    units.push({ text: unit, word: index + unit.length <= end ? word : unit });
  }
  return units;
}
