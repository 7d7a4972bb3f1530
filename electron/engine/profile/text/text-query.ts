import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName, UNK } from '../../sequence/fields.ts';
import { bestSegmenter } from '../../sequence/text/segmenter.ts';
import { wordsOf } from '../../sequence/text/words.ts';
import { tokenTable, type Vocabulary } from '../../sequence/vocabulary.ts';
import { textCounts } from '../../store/events/texts.ts';
import { itemsOf, type MatchingName, matchingNames, mostFrequentAction } from '../../store/names/matching-names.ts';
import { idOf } from '../../store/names/name-lookup.ts';

/**
 * Word of a text query: its token if it is in the model's vocabulary, otherwise the categories, brands or items with
 * matching names.
 */
export interface QueryWord {
  readonly word: string;
  readonly token: number | null;
  readonly names: readonly MatchingName[];
}

/** Maximum number of matching names per word. */
const MAX_NAMES = 5;

/**
 * Parses a text query: looks up each word in the model's word vocabulary, then in the names of categories, brands and
 * items. Throws TEXT_EMPTY, and TEXT_UNKNOWN if the model knows none of the words.
 */
export function parseTextQuery(db: Database, vocabulary: Vocabulary, text: string): QueryWord[] {
  const words = wordsOf(text, vocabulary.words?.segmenter ?? bestSegmenter());
  if (words.length === 0) throw textEmpty();
  const tokenOfWord = new Map(vocabulary.words?.words.map((word, index) => [word, FIRST_TOKEN + index]));
  const queryWords = words.map((word): QueryWord => {
    const token = tokenOfWord.get(word) ?? null;
    return { word, token, names: token === null && word.length > 1 ? namesInVocabulary(db, vocabulary, word) : [] };
  });
  if (queryWords.every(({ token, names }) => token === null && names.length === 0))
    throw textUnknown(vocabulary, words);
  return queryWords;
}

function namesInVocabulary(db: Database, { fields }: Vocabulary, word: string): MatchingName[] {
  const matches = matchingNames(db, word, 10 * MAX_NAMES);
  const [first] = matches;
  if (!first) return [];
  const values = new Set(fields[first.kind].values);
  return matches.filter(({ id }) => values.has(id)).slice(0, MAX_NAMES);
}

/** Number of items that represent a category or a brand: those most frequent in the training data. */
const MAX_ITEMS = 3;

/**
 * Converts a text query to the history of one user: an event with the words in the vocabulary, then one event per named
 * category, brand or item (categories and brands as their most frequent items), and finally an event without known
 * fields, for which the next item is predicted. `action` defaults to the action with the most texts. Throws
 * ACTION_NOT_FOUND.
 */
export function queryBehaviours(
  db: Database,
  vocabulary: Vocabulary,
  queryWords: readonly QueryWord[],
  action?: string,
): Behaviours {
  const { fields } = vocabulary;
  const actionTokens = tokenTable(fields.action);
  const words = queryWords.flatMap(({ token }) => token ?? []);
  const events: Partial<Record<FieldName, number>>[] = [];
  if (words.length > 0) events.push({ action: textActionToken(db, actionTokens, action) });
  const usualActionToken = actionTokens[mostFrequentAction(db) ?? 0] ?? UNK;
  for (const name of distinct(queryWords.flatMap((word) => word.names))) {
    for (const fieldTokens of itemTokens(db, vocabulary, name))
      events.push({ action: usualActionToken, ...fieldTokens });
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

/** Returns a name as item tokens; if the model knows none of its items, as the name's own token. */
function itemTokens(db: Database, { fields }: Vocabulary, name: MatchingName): Partial<Record<FieldName, number>>[] {
  const tables = {
    item: tokenTable(fields.item),
    category: tokenTable(fields.category),
    brand: tokenTable(fields.brand),
  };
  const knownItems = itemsOf(db, name)
    .map(({ item, category, brand }) => ({
      item: tables.item[item] ?? UNK,
      category: tables.category[category] ?? UNK,
      brand: tables.brand[brand] ?? UNK,
    }))
    .filter(({ item }) => item !== UNK)
    .sort((a, b) => a.item - b.item)
    .slice(0, MAX_ITEMS);
  return knownItems.length > 0 ? knownItems : [{ [name.kind]: tables[name.kind][name.id] ?? UNK }];
}

/** Returns the token of an action by name; by default, of the action with the most texts. Throws ACTION_NOT_FOUND. */
function textActionToken(db: Database, actionTokens: Int32Array, actionName: string | undefined): number {
  const name = actionName ?? textCounts(db)[0]?.action;
  const id = name === undefined ? null : idOf(db, 'actions', name);
  const token = id === null ? UNK : (actionTokens[id] ?? UNK);
  if (token !== UNK || actionName === undefined) return token;
  throw new PortraitError({
    code: 'ACTION_NOT_FOUND',
    message: `The model does not know the action “${actionName}”.`,
    hint: 'Omit the action to use the most common one of texts.',
    details: { action: actionName },
  });
}

function textEmpty(): PortraitError {
  return new PortraitError({
    code: 'TEXT_EMPTY',
    message: 'The text contains no words.',
    hint: 'Enter a search, or describe what someone likes.',
  });
}

const EXAMPLE_WORDS = 8;

function textUnknown({ words }: Vocabulary, unknownWords: readonly string[]): PortraitError {
  const examples = words?.words.slice(0, EXAMPLE_WORDS) ?? [];
  const exampleText = examples.length > 0 ? ` Known words include ${examples.join(', ')}.` : '';
  return new PortraitError({
    code: 'TEXT_UNKNOWN',
    message: `The model knows none of these words: ${unknownWords.join(', ')}.`,
    hint: `Use words from searches in the shop, or names of categories, brands and items.${exampleText}`,
    details: { words: [...unknownWords], examples },
  });
}
