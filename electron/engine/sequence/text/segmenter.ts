import { createRequire } from 'node:module';

export type SegmenterName = 'jieba' | 'intl';

export interface Segmenter {
  /** Splits a text into words, whitespace and punctuation; their concatenation is the text. */
  cut(text: string): string[];
  /**
   * Splits likewise, and adds before a long word the shorter words within it, as search engines do: 买手机 also yields 手机.
   */
  cutForSearch(text: string): string[];
}

const load = createRequire(import.meta.url);
const instances = new Map<SegmenterName, Segmenter | null>();

/** Returns the segmenter for new vocabularies. */
export function bestSegmenter(): SegmenterName {
  return getOrCreate('jieba', createJieba) ? 'jieba' : 'intl';
}

/** Returns a segmenter by name, or Unicode's rules if jieba is not available. */
export function segmenter(name: SegmenterName): Segmenter {
  return (
    (name === 'jieba' ? getOrCreate('jieba', createJieba) : null) ?? getOrCreate('intl', createIntl) ?? createIntl()
  );
}

function getOrCreate(name: SegmenterName, make: () => Segmenter | null): Segmenter | null {
  const existing = instances.get(name);
  if (existing !== undefined) return existing;
  const created = make();
  instances.set(name, created);
  return created;
}

/** Loads jieba on first use, because its dictionary takes time and memory; null on a system without a binary. */
function createJieba(): Segmenter | null {
  try {
    const { Jieba }: typeof import('@node-rs/jieba') = load('@node-rs/jieba');
    const { dict }: typeof import('@node-rs/jieba/dict.js') = load('@node-rs/jieba/dict.js');
    const cutter = Jieba.withDict(dict);
    return { cut: (text) => cutter.cut(text, true), cutForSearch: (text) => cutter.cutForSearch(text, true) };
  } catch {
    return null;
  }
}

/**
 * Word segmentation by Unicode's rules and dictionaries (ICU): coarser than jieba for Chinese, better for scripts that
 * jieba does not cover.
 */
function createIntl(): Segmenter {
  const cutter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cut = (text: string) => Array.from(cutter.segment(text), ({ segment }) => segment);
  return { cut, cutForSearch: cut };
}
