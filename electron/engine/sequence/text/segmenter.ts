import { createRequire } from 'node:module';

export type SegmenterName = 'jieba' | 'intl';

export interface Segmenter {
  /** Cuts a text into words, blanks and signs that together are the text again. */
  cut(text: string): string[];
  /** The same and, before a long word, the shorter ones in it, as search engines cut: 买手机 holds 手机. */
  cutForSearch(text: string): string[];
}

const load = createRequire(import.meta.url);
const made = new Map<SegmenterName, Segmenter | null>();

/** What new vocabularies are cut with. */
export function bestSegmenter(): SegmenterName {
  return madeOnce('jieba', jieba) ? 'jieba' : 'intl';
}

/** A segmenter by name. Where jieba is missing, Unicode's rules stand in. */
export function segmenter(name: SegmenterName): Segmenter {
  return (name === 'jieba' ? madeOnce('jieba', jieba) : null) ?? madeOnce('intl', intl) ?? intl();
}

function madeOnce(name: SegmenterName, make: () => Segmenter | null): Segmenter | null {
  const known = made.get(name);
  if (known !== undefined) return known;
  const fresh = make();
  made.set(name, fresh);
  return fresh;
}

/**
 * Loaded only where there are texts, since its dictionary takes time and memory; null on a system for which there is no
 * binary.
 */
function jieba(): Segmenter | null {
  try {
    const { Jieba }: typeof import('@node-rs/jieba') = load('@node-rs/jieba');
    const { dict }: typeof import('@node-rs/jieba/dict.js') = load('@node-rs/jieba/dict.js');
    const cutter = Jieba.withDict(dict);
    return { cut: (text) => cutter.cut(text, true), cutForSearch: (text) => cutter.cutForSearch(text, true) };
  } catch {
    return null;
  }
}

/** The words of Unicode's own rules and dictionaries (ICU): coarser for Chinese, better for scripts that jieba lacks. */
function intl(): Segmenter {
  const cutter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cut = (text: string) => Array.from(cutter.segment(text), ({ segment }) => segment);
  return { cut, cutForSearch: cut };
}
