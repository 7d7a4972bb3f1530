import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

export type SegmenterName = 'jieba' | 'intl';

/** Cuts a text into words, blanks and signs that together are the text again. */
export type Segmenter = (text: string) => string[];

const made = new Map<SegmenterName, Segmenter>();

/** A segmenter by name; its dictionary is loaded at the first use and kept. */
export function segmenter(name: SegmenterName): Segmenter {
  const known = made.get(name) ?? (name === 'jieba' ? jieba() : intl());
  made.set(name, known);
  return known;
}

function jieba(): Segmenter {
  const cutter = Jieba.withDict(dict);
  return (text) => cutter.cut(text, true);
}

/** The words of Unicode's own rules and dictionaries (ICU): coarser for Chinese, better for scripts that jieba lacks. */
function intl(): Segmenter {
  const cutter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => Array.from(cutter.segment(text), ({ segment }) => segment);
}
