import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../../electron/engine/sequence/text/normalise-text.ts';
import { segmenter } from '../../../../electron/engine/sequence/text/segmenter.ts';
import { unitsOf } from '../../../../electron/engine/sequence/text/units.ts';

const SEGMENTERS = ['jieba', 'intl'] as const;

/** Arbitrary strings of UTF-16 units, including lone surrogates and control characters. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
  fc.string({ unit: fc.constantFrom(...'我喜欢电子产品，。！iphone 15 Pro👍🏽👨‍👩‍👧カメラ\ud83dé½ﬁ') }),
);

function partsOf(text: string, name: (typeof SEGMENTERS)[number]) {
  return unitsOf(normaliseText(text), segmenter(name)).map((unit) => unit.text);
}

describe('a normalised text', () => {
  it('has half-width, lower-case, well-formed characters and single spaces', () => {
    expect(normaliseText('　ＡＢＣ　Ｐｒｏ\n\t１２３！')).toBe('abc pro 123!');
    expect(normaliseText('好\ud83d吃')).toBe('好 吃');
    expect(normaliseText(' \u0000 ')).toBe('');
  });

  it('is unchanged by another normalisation', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });

  it('of an endless text is its beginning', () => {
    const long = normaliseText('很好吃！'.repeat(250_000));
    expect(long.length).toBeGreaterThan(1000);
    expect(long.length).toBeLessThan(20_000);
  });
});

describe.each(SEGMENTERS)('units of texts split by %s', (name) => {
  it('concatenate to the text without whitespace', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(partsOf(text, name).join('')).toBe(normaliseText(text).replaceAll(/\s/gu, ''));
      }),
    );
  });

  it('are parts of their words', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const unit of unitsOf(normaliseText(text), segmenter(name))) expect(unit.word).toContain(unit.text);
      }),
    );
  });

  it('are characters of Chinese, and words and numbers of other scripts', () => {
    expect(partsOf('我买 iPhone 15，3.5折👨‍👩‍👧!', name)).toEqual([
      ...['我', '买', 'iphone', '15', ',', '3.5', '折', '👨‍👩‍👧', '!'],
    ]);
  });
});

describe('the word of a unit', () => {
  it('is split by the dictionary', () => {
    const units = unitsOf('我最近喜欢买电子产品', segmenter('jieba'));
    expect([...new Set(units.map(({ word }) => word))]).toEqual(['我', '最近', '喜欢', '买', '电子产品']);
  });
});
