import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type TokenizerFiles,
  tokenizerFilesFromVocab,
  wordPieces,
} from '../../../../electron/engine/sequence/text/word-pieces.ts';
import { errorShape } from '../../../../shared/errors.ts';

const PIECES = [
  '[PAD]',
  'cafe',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  '[MASK]',
  'hello',
  'world',
  '##s',
  '!',
  '你',
  '好',
  'Ünder',
];
const vocabulary = `${PIECES.join('\n')}\n`;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return errorShape(error).code;
  }
  return 'none';
}

function read(text: string, settings: TokenizerFiles['settings'] = {}): string[] {
  const { encode, pieces } = wordPieces(tokenizerFilesFromVocab(vocabulary, settings), PIECES.length);
  return Array.from(encode(text), (token) => pieces[token]!);
}

describe('word pieces of a vocabulary', () => {
  it('have the special tokens first, and all others in the checkpoint’s order', () => {
    const { pieces, ids } = wordPieces(tokenizerFilesFromVocab(vocabulary, {}), PIECES.length + 2);
    expect(pieces).toEqual([
      ...['[PAD]', '[UNK]', '[MASK]', '[CLS]', '[SEP]'],
      ...['cafe', 'hello', 'world', '##s', '!', '你', '好', 'Ünder', '', ''],
    ]);
    expect(Array.from(ids)).toEqual([0, 2, 5, 3, 4, 1, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it('tokenise like BERT: lower case, no accents, Chinese by character, the longest piece first', () => {
    expect(read('Hello, worlds!')).toEqual(['hello', '[UNK]', 'world', '##s', '!']);
    expect(read('你好CAFÉ')).toEqual(['你', '好', 'cafe']);
    expect(read('hello[MASK]')).toEqual(['hello', '[MASK]']);
    expect(read(' \t\n')).toEqual([]);
  });

  it('keep the case if the checkpoint does', () => {
    expect(read('Ünder hello Hello', { do_lower_case: false })).toEqual(['Ünder', 'hello', '[UNK]']);
  });

  it('are read with other names of special tokens and other line endings', () => {
    const files = tokenizerFilesFromVocab('<pad>\r\n<unk>\r\n<s>\r\n</s>\r\n<mask>\r\nhello', {
      pad_token: '<pad>',
      unk_token: { content: '<unk>' },
      cls_token: '<s>',
      sep_token: '</s>',
      mask_token: { content: '<mask>', lstrip: true },
    });
    const { encode, pieces } = wordPieces(files, 6);
    expect(Array.from(encode('hello you'), (token) => pieces[token])).toEqual(['hello', '<unk>']);
  });

  it('encode any text as tokens of the vocabulary', () => {
    const { encode } = wordPieces(tokenizerFilesFromVocab(vocabulary, {}), PIECES.length);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        expect(encode(text).every((token) => token >= 0 && token < PIECES.length)).toBe(true);
      }),
    );
  });
});

describe('a tokeniser that cannot be used', () => {
  const { tokenizer } = tokenizerFilesFromVocab(vocabulary, {});
  const vocab = Object.fromEntries(PIECES.map((piece, at) => [piece, at]));
  const { '[MASK]': _, ...withoutMask } = vocab;
  it.each<[string, TokenizerFiles['tokenizer']]>([
    ['it is of another type', { ...tokenizer, model: { type: 'BPE', vocab, merges: [] } }],
    ['it has no pieces', { ...tokenizer, model: undefined }],
    ['it has ids that are not numbers', { ...tokenizer, model: { type: 'WordPiece', vocab: { ...vocab, a: 'b' } } }],
    ['it has ids beyond the model’s', { ...tokenizer, model: { type: 'WordPiece', vocab: { ...vocab, a: 2 ** 40 } } }],
    ['it has added ids beyond the model’s', { ...tokenizer, added_tokens: [{ id: 2 ** 31, content: 'a' }] }],
    ['it lacks a special token', { ...tokenizer, added_tokens: [], model: { type: 'WordPiece', vocab: withoutMask } }],
    ['two special tokens have one id', { ...tokenizer, added_tokens: [{ id: 0, content: '[SEP]' }] }],
    [
      'it has a custom pattern',
      { ...tokenizer, pre_tokenizer: { type: 'Split', pattern: { Regex: '(a+)+$' }, behavior: 'Isolated' } },
    ],
    ['it is empty', {}],
  ])('is refused if %s', (_why, damaged) => {
    const files = { tokenizer: damaged, settings: {} };
    expect(codeOf(() => wordPieces(files, PIECES.length))).toBe('CHECKPOINT_UNSUPPORTED');
  });

  it('is refused if its vocabulary is larger than the model’s', () => {
    const files = tokenizerFilesFromVocab(vocabulary, {});
    expect(codeOf(() => wordPieces(files, PIECES.length - 1))).toBe('CHECKPOINT_UNSUPPORTED');
  });
});
