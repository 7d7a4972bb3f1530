export type SegmenterName = 'jieba' | 'intl';

export interface Segmenter {
  /** Cuts a text into words, blanks and signs that together are the text again. */
  cut(text: string): string[];
  /** The same and, before a long word, the shorter ones in it, as search engines cut: 买手机 holds 手机. */
  cutForSearch(text: string): string[];
}

/** Null on a system for which jieba has no binary. */
const packages = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')]).catch(() => null);

/** What new vocabularies are cut with. */
export const bestSegmenter: SegmenterName = packages ? 'jieba' : 'intl';

const made = new Map<SegmenterName, Segmenter>();

/** A segmenter by name; its dictionary is loaded at the first use and kept. Where jieba is missing, Unicode's rules stand in. */
export function segmenter(name: SegmenterName): Segmenter {
  const known = made.get(name) ?? (name === 'jieba' ? jieba() : null) ?? intl();
  made.set(name, known);
  return known;
}

function jieba(): Segmenter | null {
  if (!packages) return null;
  const [{ Jieba }, { dict }] = packages;
  const cutter = Jieba.withDict(dict);
  return { cut: (text) => cutter.cut(text, true), cutForSearch: (text) => cutter.cutForSearch(text, true) };
}

/** The words of Unicode's own rules and dictionaries (ICU): coarser for Chinese, better for scripts that jieba lacks. */
function intl(): Segmenter {
  const cutter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cut = (text: string) => Array.from(cutter.segment(text), ({ segment }) => segment);
  return { cut, cutForSearch: cut };
}
