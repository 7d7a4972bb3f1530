import { localTime } from '../../../shared/domain/time/local-time.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import type { Histories } from '../store/events/histories.ts';
import { gapBucket, priceBucket, quantileBounds } from './buckets.ts';
import { FIELDS, type FieldName } from './fields.ts';
import { countWords, wordTokens } from './text/words.ts';
import { countValues, tokensOf, tokenTable, type Vocabulary } from './vocabulary.ts';

const PRICE_BUCKETS = 12;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Weekday of the epoch, a Thursday; Monday is 0. */
const EPOCH_WEEKDAY = 3;

/** Histories as token ids: one column per field, with users and offsets as in `Histories`. */
export interface Behaviours {
  readonly users: Int32Array;
  readonly offsets: Int32Array;
  readonly tokens: Readonly<Record<FieldName, Int32Array>>;
  readonly session: Int32Array;
  /** Token ids of the words of each event's text; null if the run reads no texts. */
  readonly words?: Words | null;
}

/** The words of event `e` are `tokens[offsets[e]…offsets[e + 1]]`. */
interface Words {
  readonly offsets: Int32Array;
  readonly tokens: Int32Array;
}

export interface TimeKind {
  /** Whether times include the time of day (`clock`), and whether they are calendar dates at all (`dates`). */
  readonly clock: boolean;
  readonly dates: boolean;
  /** IANA time zone of hours and weekdays; times without a time of day have none. */
  readonly timeZone: string;
}

/** Builds the vocabularies from the training histories. */
export function buildVocabulary(histories: Histories, time: TimeKind, minCount = 1): Vocabulary {
  const priceBounds = quantileBounds(histories.price, PRICE_BUCKETS);
  const columns = rawColumns(histories, priceBounds, time);
  const fields = Object.fromEntries(FIELDS.map((field) => [field, countValues(columns[field], minCount)]));
  return { fields: fields as Vocabulary['fields'], words: wordList(histories, minCount), priceBounds, ...time };
}

/** Counts the words of the histories' texts; null if there are none or they were not read. */
function wordList({ text, texts }: Histories, minCount: number): Vocabulary['words'] {
  const occurrences = new Int32Array(texts.length);
  for (const index of text) if (index > 0) occurrences[index]!++;
  if (occurrences.every((count) => count === 0)) return null;
  const list = countWords(texts, occurrences, minCount);
  return list.words.length > 0 ? list : null;
}

/** Encodes histories as token ids; values outside the vocabulary become the unknown token. */
export function encode(histories: Histories, vocabulary: Vocabulary): Behaviours {
  const columns = rawColumns(histories, vocabulary.priceBounds, vocabulary);
  const tokens = Object.fromEntries(
    FIELDS.map((field) => [field, tokensOf(columns[field], tokenTable(vocabulary.fields[field]))]),
  );
  const { users, offsets, session } = histories;
  const words = vocabulary.words ? encodeTexts(histories, wordTokens(vocabulary.words)) : null;
  return { users, offsets, tokens: tokens as Behaviours['tokens'], session, words };
}

/** Concatenates the words of the events; each text is tokenised once. */
function encodeTexts({ text, texts }: Histories, encodeText: (text: string) => Int32Array): Words {
  const encodedTexts = new Array<Int32Array | undefined>(texts.length);
  const textTokens = (index: number) => (encodedTexts[index] ??= encodeText(texts[index]!));
  const offsets = new Int32Array(text.length + 1);
  for (const [e, index] of text.entries()) offsets[e + 1] = offsets[e]! + (index > 0 ? textTokens(index).length : 0);
  const tokens = new Int32Array(offsets[text.length]!);
  for (const [e, index] of text.entries()) if (index > 0) tokens.set(textTokens(index), offsets[e]);
  return { offsets, tokens };
}

/** Returns each field's values as positive integers, 0 for a missing value. */
function rawColumns(
  histories: Histories,
  priceBounds: readonly number[],
  time: TimeKind,
): Record<FieldName, Int32Array> {
  const { action, item, category, brand, price } = histories;
  const zone = timeZone(time.clock ? time.timeZone : 'UTC');
  return {
    action,
    item,
    category,
    brand,
    price: Int32Array.from(price, (value) => priceBucket(value, priceBounds)),
    gap: gaps(histories, time),
    hour: time.clock
      ? Int32Array.from(histories.time, (t) => 1 + positiveModulo(Math.floor(localTime(zone, t) / HOUR), 24))
      : new Int32Array(action.length),
    weekday: time.dates
      ? Int32Array.from(
          histories.time,
          (t) => 1 + positiveModulo(Math.floor(localTime(zone, t) / DAY) + EPOCH_WEEKDAY, 7),
        )
      : new Int32Array(action.length),
  };
}

/** Non-negative remainder, also for times before the epoch. */
function positiveModulo(n: number, length: number): number {
  return ((n % length) + length) % length;
}

/** Returns the buckets of the time since the previous behaviour; 0 for a user's first. */
function gaps({ offsets, users, time }: Histories, { dates }: TimeKind): Int32Array {
  const gap = new Int32Array(time.length);
  if (!dates) return gap;
  for (let h = 0; h < users.length; h++) {
    for (let e = offsets[h]! + 1; e < offsets[h + 1]!; e++) gap[e] = gapBucket(time[e]! - time[e - 1]!);
  }
  return gap;
}
