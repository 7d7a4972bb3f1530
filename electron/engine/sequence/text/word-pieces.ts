import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { FIRST_TOKEN } from '../fields.ts';
import { checkpointUnsupported } from './checkpoint-unsupported.ts';

const name = z.union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)]);
const id = z.number().int().nonnegative();

/** The settings used of a `tokenizer_config.json`. */
const Settings = z.object({
  pad_token: name.catch('[PAD]'),
  unk_token: name.catch('[UNK]'),
  mask_token: name.catch('[MASK]'),
  cls_token: name.catch('[CLS]'),
  sep_token: name.catch('[SEP]'),
  do_lower_case: z.boolean().catch(true),
  strip_accents: z.boolean().nullable().catch(null),
  tokenize_chinese_chars: z.boolean().catch(true),
});

/** A BERT's `tokenizer.json`: word pieces, and no steps with custom regular expressions, which could run forever. */
const WordPieceFile = z.looseObject({
  model: z.looseObject({ type: z.literal('WordPiece').default('WordPiece'), vocab: z.record(z.string(), id) }),
  normalizer: z
    .looseObject({ type: z.enum(['BertNormalizer', 'Lowercase', 'NFC', 'NFD', 'NFKC', 'NFKD', 'StripAccents']) })
    .nullish(),
  pre_tokenizer: z
    .looseObject({ type: z.enum(['BertPreTokenizer', 'Whitespace', 'WhitespaceSplit', 'Punctuation']) })
    .nullish(),
  added_tokens: z.array(z.looseObject({ id, content: z.string() })).default([]),
});

/** The two files that define a checkpoint's tokenisation, as found in its folder. */
export const TokenizerFiles = z.object({
  tokenizer: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.unknown()),
});
export type TokenizerFiles = z.infer<typeof TokenizerFiles>;

/** Tokeniser of a Hugging Face checkpoint, with tokens in Portrait's order: special tokens first. */
export interface WordPieces {
  /** Text of each token; empty where the checkpoint's row has no piece. */
  readonly pieces: readonly string[];
  /** The checkpoint's id of each token. */
  readonly ids: Int32Array;
  /** Tokenises a text, without [CLS] and [SEP]. */
  encode(text: string): Int32Array;
}

/** Creates the tokeniser of a checkpoint with `size` rows of word embeddings. Throws CHECKPOINT_UNSUPPORTED. */
export function wordPieces({ tokenizer, settings }: TokenizerFiles, size: number): WordPieces {
  const parsed = WordPieceFile.safeParse(tokenizer);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = issue?.path.join('.') ?? '';
    throw checkpointUnsupported({ variant: 'tokenizer', name, problem: issue?.message });
  }
  const file = parsed.data;
  const idOfPiece = new Map(Object.entries(file.model.vocab));
  for (const { id: at, content } of file.added_tokens) idOfPiece.set(content, at);
  const outOfRange = [...idOfPiece].find(([, at]) => at >= size);
  if (outOfRange) {
    const [name, value] = outOfRange;
    throw checkpointUnsupported({ variant: 'piece-range', name, value, size });
  }
  const { pad_token, unk_token, mask_token, cls_token, sep_token } = Settings.parse(settings);
  const special = [pad_token, unk_token, mask_token, cls_token, sep_token].map((token) => {
    const at = idOfPiece.get(token);
    if (at === undefined) throw checkpointUnsupported({ variant: 'special-missing', name: token });
    return at;
  });
  const ids = specialFirst(special, size);
  const tokenOfId = new Int32Array(size);
  ids.forEach((at, token) => {
    tokenOfId[at] = token;
  });
  const pieces = new Array<string>(size).fill('');
  for (const [piece, at] of idOfPiece) pieces[tokenOfId[at]!] = piece;
  const reader = new Tokenizer({ ...file, decoder: null, post_processor: null }, settings);
  const encode = (text: string) =>
    Int32Array.from(reader.encode(text.toWellFormed(), { add_special_tokens: false }).ids).map((at) => tokenOfId[at]!);
  return { pieces, ids, encode };
}

/**
 * Builds the tokeniser files of a checkpoint with only a `vocab.txt` (one piece per line), with BERT's default
 * tokenisation.
 */
export function tokenizerFilesFromVocab(text: string, settings: TokenizerFiles['settings']): TokenizerFiles {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const { do_lower_case, strip_accents, tokenize_chinese_chars, unk_token, ...names } = Settings.parse(settings);
  const vocab = Object.fromEntries(lines.map((piece, at) => [piece, at]));
  const special = [names.pad_token, unk_token, names.cls_token, names.sep_token, names.mask_token];
  const tokenizer = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special
      .filter((piece) => Object.hasOwn(vocab, piece))
      .map((content) => addedToken(content, vocab[content]!)),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: tokenize_chinese_chars,
      strip_accents,
      lowercase: do_lower_case,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: postProcessor(names.cls_token, names.sep_token, vocab),
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: { type: 'WordPiece', unk_token, continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab },
  };
  return { tokenizer, settings };
}

function addedToken(content: string, at: number) {
  return { id: at, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
}

/**
 * Adds [CLS] before a text and [SEP] after it, and [SEP] after the second text of a pair. Portrait adds them itself;
 * this is for other programs.
 */
function postProcessor(start: string, end: string, vocab: Readonly<Record<string, number>>) {
  const special = (id: string, type_id: number) => ({ SpecialToken: { id, type_id } });
  const text = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  const single = [special(start, 0), text('A', 0), special(end, 0)];
  const presentTokens = [start, end].filter((id) => Object.hasOwn(vocab, id));
  const special_tokens = Object.fromEntries(presentTokens.map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }]));
  return { type: 'TemplateProcessing', single, pair: [...single, text('B', 1), special(end, 1)], special_tokens };
}

/**
 * Returns all ids, with the special ones (padding, unknown, mask, start, end) in Portrait's positions. Throws
 * CHECKPOINT_UNSUPPORTED if two of them are equal.
 */
function specialFirst(special: readonly number[], size: number): Int32Array {
  const specialIds = new Set(special);
  if (specialIds.size < FIRST_TOKEN) throw checkpointUnsupported({ variant: 'special-same' });
  const otherIds = Array.from({ length: size }, (_, at) => at).filter((at) => !specialIds.has(at));
  return Int32Array.from([...special, ...otherIds]);
}
