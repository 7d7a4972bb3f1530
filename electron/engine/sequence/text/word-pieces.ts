import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { PortraitError } from '../../../../shared/errors.ts';
import { FIRST_TOKEN } from '../fields.ts';

const name = z.union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)]);
const id = z.number().int().nonnegative();

/** What of a `tokenizer_config.json` matters here. */
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

/** A `tokenizer.json` of a BERT: word pieces, and no steps with patterns of their own, which could run for ever. */
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

/** The two files that say how a checkpoint's texts become tokens, as they are in its folder. */
export const TokenizerFiles = z.object({
  tokenizer: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.unknown()),
});
export type TokenizerFiles = z.infer<typeof TokenizerFiles>;

/** Texts as tokens of a Hugging Face checkpoint, in Portrait's order: the special tokens first. */
export interface WordPieces {
  /** The piece that each token stands for; empty where the checkpoint has a row without one. */
  readonly pieces: readonly string[];
  /** The checkpoint's own id of each token. */
  readonly ids: Int32Array;
  /** Tokens of a text, without [CLS] and [SEP]. */
  encode(text: string): Int32Array;
}

/** A tokeniser of a checkpoint with `size` rows of word embeddings. Throws CHECKPOINT_UNSUPPORTED. */
export function wordPieces({ tokenizer, settings }: TokenizerFiles, size: number): WordPieces {
  const parsed = WordPieceFile.safeParse(tokenizer);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw unsupported(`${issue?.path.join('.')} of its tokenizer.json is not as in BERT's (${issue?.message})`);
  }
  const file = parsed.data;
  const known = new Map(Object.entries(file.model.vocab));
  for (const { id: at, content } of file.added_tokens) known.set(content, at);
  const outside = [...known].find(([, at]) => at >= size);
  if (outside)
    throw unsupported(`its tokeniser knows "${outside[0]}" as ${outside[1]}, but the model has ${size} tokens`);
  const { pad_token, unk_token, mask_token, cls_token, sep_token } = Settings.parse(settings);
  const special = [pad_token, unk_token, mask_token, cls_token, sep_token].map((token) => {
    const at = known.get(token);
    if (at === undefined) throw unsupported(`its tokeniser has no ${token}`);
    return at;
  });
  const ids = specialFirst(special, size);
  const token = new Int32Array(size);
  ids.forEach((at, own) => {
    token[at] = own;
  });
  const pieces = new Array<string>(size).fill('');
  for (const [piece, at] of known) pieces[token[at]!] = piece;
  const reader = new Tokenizer({ ...file, decoder: null, post_processor: null }, settings);
  const encode = (text: string) =>
    Int32Array.from(reader.encode(text.toWellFormed(), { add_special_tokens: false }).ids).map((at) => token[at]!);
  return { pieces, ids, encode };
}

/** The files of a checkpoint that has but a `vocab.txt` (one piece a line), with BERT's own way of cutting texts. */
export function filesOfVocabulary(text: string, settings: TokenizerFiles['settings']): TokenizerFiles {
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
      .map((content) => added(content, vocab[content]!)),
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

function added(content: string, at: number) {
  return { id: at, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
}

/** [CLS] before a text and [SEP] after it, and after the second of a pair. Portrait adds them itself; other programs read this. */
function postProcessor(start: string, end: string, vocab: Readonly<Record<string, number>>) {
  const special = (id: string, type_id: number) => ({ SpecialToken: { id, type_id } });
  const text = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  const single = [special(start, 0), text('A', 0), special(end, 0)];
  const known = [start, end].filter((id) => Object.hasOwn(vocab, id));
  const special_tokens = Object.fromEntries(known.map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }]));
  return { type: 'TemplateProcessing', single, pair: [...single, text('B', 1), special(end, 1)], special_tokens };
}

/** All ids, with the special ones (padding, unknown, mask, start, end) where Portrait has them. */
function specialFirst(special: readonly number[], size: number): Int32Array {
  const taken = new Set(special);
  if (taken.size < FIRST_TOKEN) throw unsupported('two of its special tokens are the same');
  const others = Array.from({ length: size }, (_, at) => at).filter((at) => !taken.has(at));
  return Int32Array.from([...special, ...others]);
}

function unsupported(why: string): PortraitError {
  return new PortraitError({
    code: 'CHECKPOINT_UNSUPPORTED',
    message: `The checkpoint cannot be used: ${why}.`,
    hint: 'Portrait reads BERT checkpoints with word pieces, such as bert-base-chinese.',
  });
}
