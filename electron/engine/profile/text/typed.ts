import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName, UNK } from '../../sequence/fields.ts';
import { wordsOf } from '../../sequence/text/words.ts';
import { tokenTable, type Vocabulary } from '../../sequence/vocabulary.ts';
import { type MatchingName, matchingNames } from '../../store/matching-names.ts';
import { idOf } from '../../store/names.ts';
import { textCounts } from '../../store/texts.ts';

/** A word of a typed text: its token where the model knows it, else the things of the shop that are called so. */
export interface TypedWord {
  readonly word: string;
  readonly token: number | null;
  readonly names: readonly MatchingName[];
}

/** Things of the shop that one word may stand for. */
const MOST_NAMES = 5;

/**
 * Reads a typed text: each word as the model knows it from the texts that it was trained on, else as part of a name of a
 * category, brand or item. Throws TEXT_EMPTY, and TEXT_UNKNOWN where no word means anything to the model.
 */
export function readTyped(db: Database, vocabulary: Vocabulary, text: string): TypedWord[] {
  const words = wordsOf(text, vocabulary.words?.segmenter ?? 'jieba');
  if (words.length === 0) throw textEmpty();
  const known = new Map(vocabulary.words?.words.map((word, index) => [word, FIRST_TOKEN + index]));
  const typed = words.map((word): TypedWord => {
    const token = known.get(word) ?? null;
    return { word, token, names: token === null && word.length > 1 ? knownNames(db, vocabulary, word) : [] };
  });
  if (typed.every(({ token, names }) => token === null && names.length === 0)) throw textUnknown(vocabulary, words);
  return typed;
}

function knownNames(db: Database, { fields }: Vocabulary, word: string): MatchingName[] {
  const all = matchingNames(db, word, 10 * MOST_NAMES);
  const [first] = all;
  if (!first) return [];
  const values = new Set(fields[first.kind].values);
  return all.filter(({ id }) => values.has(id)).slice(0, MOST_NAMES);
}

/**
 * A typed text as the history of one user: an event with the words that the model knows, then one for each thing that the
 * others name, and at the end an event of which nothing is known, to ask what comes next. `action` is that of the texts
 * unless it is named. Throws ACTION_NOT_FOUND.
 */
export function typedBehaviours(
  db: Database,
  vocabulary: Vocabulary,
  typed: readonly TypedWord[],
  action?: string,
): Behaviours {
  const words = typed.flatMap(({ token }) => token ?? []);
  const names = [
    ...new Map(typed.flatMap((word) => word.names).map((name) => [`${name.kind} ${name.id}`, name])).values(),
  ];
  const spoken = words.length > 0 ? 1 : 0;
  const events = spoken + names.length;
  const tokens = Object.fromEntries(FIELDS.map((field) => [field, new Int32Array(events + 1).fill(UNK)])) as Record<
    FieldName,
    Int32Array
  >;
  if (vocabulary.fields.action.values.length > 0) tokens.action.fill(FIRST_TOKEN, 0, events);
  if (spoken > 0) tokens.action[0] = actionToken(db, vocabulary, action);
  for (const [at, { kind, id }] of names.entries()) {
    tokens[kind][spoken + at] = tokenTable(vocabulary.fields[kind])[id] ?? UNK;
  }
  const offsets = new Int32Array(events + 2).fill(words.length, 1);
  return {
    users: Int32Array.of(0),
    offsets: Int32Array.of(0, events),
    tokens,
    session: new Int32Array(events + 1),
    words: vocabulary.words ? { offsets, tokens: Int32Array.from(words) } : null,
  };
}

/** The token of an action by name; without one that of most texts. */
function actionToken(db: Database, { fields }: Vocabulary, named: string | undefined): number {
  const name = named ?? textCounts(db)[0]?.action;
  const id = name === undefined ? null : idOf(db, 'actions', name);
  const token = id === null ? UNK : (tokenTable(fields.action)[id] ?? UNK);
  if (token !== UNK || named === undefined) return token;
  throw new PortraitError({
    code: 'ACTION_NOT_FOUND',
    message: `The model knows no action "${named}".`,
    hint: 'Leave the action out: that of most texts is taken then.',
  });
}

function textEmpty(): PortraitError {
  return new PortraitError({
    code: 'TEXT_EMPTY',
    message: 'There is no word in the text.',
    hint: 'Type what somebody would search for, or write of what they like.',
  });
}

const SHOWN = 8;

function textUnknown({ words }: Vocabulary, typed: readonly string[]): PortraitError {
  const known = words ? ` Words that it knows: ${words.words.slice(0, SHOWN).join(', ')}.` : '';
  return new PortraitError({
    code: 'TEXT_UNKNOWN',
    message: `None of these words says anything to the model: ${typed.join(', ')}.`,
    hint: `Use words of the shop's searches, or of its categories, brands and items.${known}`,
    details: { words: [...typed] },
  });
}
