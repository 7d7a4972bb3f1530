import type { Json, JsonArray, JsonObject } from './parse.ts';

/** Names of arrays of purchased or viewed items. */
const ITEM_ARRAY_NAME =
  /^(items|products|line_?items|order_?items|order_?lines|cart_?items|order_?details|contents|goods(_?list)?|skus?|商品(列表|明细)?|订单明细)$/i;
/** Property names of the elements of such an array. */
const ITEM_KEY =
  /^((item|product|goods|variant|sku)(_?(id|name|title|code))?|price|unit_?price|quantity|qty|商品.*|数量)$/i;

/** Names of arrays of the events of a visit, and of the time of such an event. */
const EVENT_ARRAY_NAME = /^(action_?details|events|hits|activities)$/i;
const TIME_KEY = /^(?:.*_)?(?:time|timestamp|date)$|(?:Time|Timestamp|Date)$/;

/**
 * How likely an array holds the events of a document or its items, each of which then becomes a row: 3 for events, 2 for
 * items by their name, 1 by their properties, 0 otherwise. Any other array must not multiply the events.
 */
export function arrayScore(path: string, { items }: JsonArray): number {
  if (!items.every((item) => isObject(item))) return 0;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const hasKey = (pattern: RegExp) =>
    items.some((item) => isObject(item) && item.keys.some((key) => pattern.test(key)));
  if (EVENT_ARRAY_NAME.test(name) && hasKey(TIME_KEY)) return 3;
  if (ITEM_ARRAY_NAME.test(name)) return 2;
  return hasKey(ITEM_KEY) ? 1 : 0;
}

/**
 * Converts an array of `{key, value}` objects to key–value pairs; null if the array is not one. A value may be an
 * object with one property per type, as in BigQuery exports (`{string_value: …, int_value: …}`).
 */
export function keyValues({ items }: JsonArray): readonly (readonly [string, Json])[] | null {
  const pairs: [string, Json][] = [];
  for (const item of items) {
    if (!isObject(item)) return null;
    const key = item.values[item.keys.indexOf('key')];
    const valueIndex = item.keys.indexOf('value');
    if (typeof key !== 'string' || valueIndex < 0) return null;
    pairs.push([key, typedValue(item.values[valueIndex]!)]);
  }
  return pairs;
}

function typedValue(value: Json): Json {
  if (!isObject(value) || !value.keys.some((key) => key.endsWith('_value'))) return value;
  const filled = value.keys.findIndex((key, i) => key.endsWith('_value') && value.values[i] !== null);
  return value.values[filled] ?? null;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && 'keys' in value;
