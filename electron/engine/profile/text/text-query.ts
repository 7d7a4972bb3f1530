import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName, UNK } from '../../sequence/fields.ts';
import { bestSegmenter } from '../../sequence/text/segmenter.ts';
import { wordsOf } from '../../sequence/text/words.ts';
import { tokenTable, type Vocabulary } from '../../sequence/vocabulary.ts';
import { textCounts } from '../../store/events/texts.ts';
import { itemsOf, type MatchingName, matchingNames, usualAction } from '../../store/names/matching-names.ts';
import { idOf } from '../../store/names/name-lookup.ts';

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
  const words = wordsOf(text, vocabulary.words?.segmenter ?? bestSegmenter());
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

/** Items that a category or a brand is stood for by: those that most events of the training had. */
const MOST_ITEMS = 3;

/**
 * A typed text as the history of one user: an event with the words that the model knows, then one for each thing that the
 * others name (a category or a brand as its most frequent items), and at the end an event of which nothing is known, to ask
 * what comes next. `action` is that of the texts unless it is named. Throws ACTION_NOT_FOUND.
 */
export function typedBehaviours(
  db: Database,
  vocabulary: Vocabulary,
  typed: readonly TypedWord[],
  action?: string,
): Behaviours {
  const { fields } = vocabulary;
  const actions = tokenTable(fields.action);
  const words = typed.flatMap(({ token }) => token ?? []);
  const events: Partial<Record<FieldName, number>>[] = [];
  if (words.length > 0) events.push({ action: spokenAction(db, actions, action) });
  const seen = actions[usualAction(db) ?? 0] ?? UNK;
  for (const name of distinct(typed.flatMap((word) => word.names))) {
    for (const thing of thingsOf(db, vocabulary, name)) events.push({ action: seen, ...thing });
  }
  const tokens = Object.fromEntries(
    FIELDS.map((field) => [field, Int32Array.from([...events, {}], (event) => event[field] ?? UNK)]),
  ) as Record<FieldName, Int32Array>;
  return {
    users: Int32Array.of(0),
    offsets: Int32Array.of(0, events.length),
    tokens,
    session: new Int32Array(events.length + 1),
    words: vocabulary.words
      ? { offsets: new Int32Array(events.length + 2).fill(words.length, 1), tokens: Int32Array.from(words) }
      : null,
  };
}

const distinct = (names: readonly MatchingName[]) => [
  ...new Map(names.map((name) => [`${name.kind} ${name.id}`, name])).values(),
];

/** A name as tokens of items; as its own token alone where the model knows no item of it. */
function thingsOf(db: Database, { fields }: Vocabulary, name: MatchingName): Partial<Record<FieldName, number>>[] {
  const tables = {
    item: tokenTable(fields.item),
    category: tokenTable(fields.category),
    brand: tokenTable(fields.brand),
  };
  const known = itemsOf(db, name)
    .map(({ item, category, brand }) => ({
      item: tables.item[item] ?? UNK,
      category: tables.category[category] ?? UNK,
      brand: tables.brand[brand] ?? UNK,
    }))
    .filter(({ item }) => item !== UNK)
    .sort((a, b) => a.item - b.item)
    .slice(0, MOST_ITEMS);
  return known.length > 0 ? known : [{ [name.kind]: tables[name.kind][name.id] ?? UNK }];
}

/** The token of an action by name; without one that of most texts. */
function spokenAction(db: Database, actions: Int32Array, named: string | undefined): number {
  const name = named ?? textCounts(db)[0]?.action;
  const id = name === undefined ? null : idOf(db, 'actions', name);
  const token = id === null ? UNK : (actions[id] ?? UNK);
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
