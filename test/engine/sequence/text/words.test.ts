import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_TOKEN } from '../../../../electron/engine/sequence/fields.ts';
import { countWords, wordsOf, wordTokens } from '../../../../electron/engine/sequence/text/words.ts';

describe('the words of a text', () => {
  it('are its distinct words without punctuation and whitespace', () => {
    expect(wordsOf('我最近喜欢手机壳！', 'jieba')).toEqual(['我', '最近', '喜欢', '手机', '壳']);
    expect(wordsOf('买手机', 'jieba')).toEqual(['买手', '手机', '买手机']);
    expect(wordsOf('Running SHOES, running  shoes – size 42', 'intl')).toEqual(['running', 'shoes', 'size', '42']);
    expect(wordsOf('👍👍', 'jieba')).toEqual(['👍']);
  });

  it('are absent if it has only punctuation', () => {
    for (const text of ['', '   ', '…！！？', '\ud800', '\u0000']) expect(wordsOf(text, 'jieba')).toEqual([]);
  });

  it('are limited in number for a long text', () => {
    expect(wordsOf('苹果 香蕉 梨 桃 葡萄 西瓜 '.repeat(50_000), 'jieba').length).toBeLessThanOrEqual(12);
  });

  it('are found in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text, 'jieba')) expect(word).not.toMatch(/^\s*$/u);
      }),
    );
  });
});

describe('a word list', () => {
  const texts = ['', '蓝牙耳机', '耳机 推荐', '手机壳'];
  const use = Int32Array.of(0, 3, 1, 0);

  it('counts each word by the events that contain it, the most frequent first', () => {
    const { words, counts } = countWords(texts, use, 1);
    expect(words[0]).toBe('耳机');
    expect(counts[0]).toBe(4);
    expect(words).not.toContain('手机');
  });

  it('excludes rare words', () => {
    expect(countWords(texts, use, 2).words).not.toContain('推荐');
  });

  it('maps its words to tokens', () => {
    const list = countWords(texts, use, 1);
    const tokens = wordTokens(list)('推荐 一个 耳机');
    expect([...tokens].map((token) => list.words[token - FIRST_TOKEN])).toEqual(['推荐', '耳机']);
    expect(wordTokens(list)('？')).toHaveLength(0);
  });
});
