import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { Field } from '../../../../shared/domain/mapping.ts';
import { partsOfName } from './column-name.ts';
import { fieldWords, ID_SUFFIXES, ID_WORDS, localWords } from './field-words.ts';

interface NameMatch {
  readonly field: Field;
  /** Position among the names of the field; a lower rank is more reliable. */
  readonly rank: number;
  /** Whether the name is in a language other than English and Chinese, which has few names per field. */
  readonly isForeign?: boolean;
}

/** Number of names per field, to scale the rank of a name. */
const counts = new Map<string, number>();
const fieldByName = new Map<string, NameMatch>();
for (const list of [fieldWords, localWords]) {
  for (const [field, text] of Object.entries(list) as [Field, string][]) {
    const offset = counts.get(field) ?? 0;
    const all = text.split(/\s+/).filter((name) => name !== '');
    counts.set(field, offset + all.length);
    all.forEach((name, i) => {
      const isForeign = list === localWords || /\p{Script=Han}/u.test(name);
      if (!fieldByName.has(name)) fieldByName.set(name, { field, rank: offset + i, isForeign });
    });
  }
}
for (const [field, words] of Object.entries(ID_WORDS) as [Field, readonly string[]][]) {
  for (const word of words)
    for (const suffix of ID_SUFFIXES)
      if (!fieldByName.has(word + suffix)) fieldByName.set(word + suffix, { field, rank: 12 });
}

const NUMBERS: readonly Field[] = fieldsWith({ stored: 'number' });

const fieldsOf = (names: string): readonly Field[] => Field.array().parse(names.split(' '));
const OF_ITEMS = fieldsOf('item title title_en category brand price amount quantity rating discount currency');
const OF_ORDERS = fieldsOf('time amount quantity price currency channel campaign');
const OF_USERS = fieldsOf('user alias session');

/** Words that may precede a known name, and the fields to which this applies. */
const PREFIXES: readonly [words: RegExp, fields: readonly Field[]][] = [
  [
    /^(?:products?|items?|skus?|goods|articles?|lines?|lineitems?|books?|movies?|artikel|produkte?|produits?|articulos?|productos?)$/,
    OF_ITEMS,
  ],
  [
    /^(?:orders?|purchases?|transactions?|trans|trx|tran|txn|invoices?|sales?|payments?|checkouts?|bookings?|tickets?|receipts?|baskets?|carts?|bestell|commandes?|pedidos?|ventas?|total|gross|net)$/,
    OF_ORDERS,
  ],
  [
    /^(?:users?|members?|customers?|cust|clients?|buyers?|visitors?|shoppers?|accounts?|profiles?|persons?|contacts?|kunden?|usuarios?)$/,
    OF_USERS,
  ],
  [
    /^(?:events?|evt|actions?|activity|behaviou?rs?|logs?|hits?|interactions?|views?|clicks?|visits?|server|client|local)$/,
    fieldsOf('time action'),
  ],
  [/^(?:reviews?|ratings?|feedbacks?|comments?|unix)$/, fieldsOf('time rating text')],
  [/^(?:utm|traffic|marketing|ads?)$/, fieldsOf('channel campaign')],
  [/^(?:search|query|site)$/, fieldsOf('text')],
];

/** Chinese words that may precede a known name. */
const CHINESE_PREFIXES: readonly [words: RegExp, fields: readonly Field[]][] = [
  [/^(?:商品|产品|宝贝|货品|物品|商家|子订单|明细|单品)/u, OF_ITEMS],
  [/^(?:订单|交易|成交|购买|支付|付款|下单|买家|实际|主订单|订购)/u, [...OF_ORDERS, ...fieldsOf('order_id')]],
  [/^(?:用户|会员|客户|顾客|买家|下单)/u, [...OF_USERS, ...fieldsOf('amount')]],
  [/^(?:行为|事件|操作|访问|浏览|点击|发生|评论|评价)/u, fieldsOf('time action text rating')],
];

/** Outer levels of nested names that describe a person: a time or a title within them is not the event's. */
const PERSON_LEVELS = new Set([
  'user',
  'customer',
  'member',
  'buyer',
  'visitor',
  'profile',
  'account',
  'person',
  'traits',
]);

/**
 * Returns the field that a column name stands for, if any; a lower rank is more reliable. A name is matched as a whole,
 * without the outer levels of a nested name, or without a preceding word that names its object: `ProductPrice` is a
 * price and `order_date` a time, but `customer_name` is not a title.
 */
export function fieldOfName(column: string): NameMatch | null {
  const exact = fieldByName.get(column.toLowerCase().replaceAll(/[\s_.-]+/g, ''));
  if (exact) return exact;
  const parts = partsOfName(column);
  const outer =
    parts.length > 1 && /^(?:value|amount)$/.test(parts.at(-1)!.join('')) ? fieldOfWords(parts.at(-2)!) : null;
  if (outer && NUMBERS.includes(outer.field)) return outer;
  for (let skipped = 0; skipped < parts.length; skipped++) {
    const level = parts[skipped - 1] ?? [];
    const match = fieldOfWords(parts.slice(skipped).flat());
    if (!match) continue;
    if (level.some((word) => PERSON_LEVELS.has(word)) && !['user', 'alias'].includes(match.field)) return null;
    return { ...match, rank: match.rank + 2 * skipped };
  }
  return null;
}

/** Whether a text is one of the listed names as a whole. */
export const isFieldName = (text: string): boolean => fieldByName.has(text.toLowerCase().replaceAll(/[\s_.-]+/g, ''));

function fieldOfWords(words: readonly string[]): NameMatch | null {
  const whole = fieldByName.get(words.join(''));
  if (whole) return whole;
  const [first = '', ...rest] = words;
  if (rest.length > 0) {
    const allowed = PREFIXES.find(([prefix]) => prefix.test(first))?.[1];
    const match = allowed && fieldOfWords(rest);
    return match && allowed.includes(match.field) ? { ...match, rank: match.rank + 4 } : null;
  }
  return chineseField(first);
}

function chineseField(name: string): NameMatch | null {
  for (const [prefix, allowed] of CHINESE_PREFIXES) {
    const bare = name.replace(prefix, '');
    if (bare === name || bare === '') continue;
    const match = fieldByName.get(bare) ?? chineseField(bare);
    if (match && allowed.includes(match.field)) return { ...match, rank: match.rank + 4 };
  }
  return null;
}

const FOREIGN_CONFIDENCE = 0.75;

/**
 * Returns the confidence that a column of this name holds the field, from 0.95 for the first name in the list down to
 * about 0.6 for the last one; 0.6 for any other name.
 */
export function nameConfidence(field: Field, source: string): number {
  const [first = ''] = source.split('|');
  const [column = ''] = first.split('+');
  const guess = fieldOfName(column.replaceAll('"', ''));
  if (guess?.field !== field) return 0.6;
  return Math.max(guess.isForeign ? FOREIGN_CONFIDENCE : 0.6, 0.95 - (0.35 * guess.rank) / (counts.get(field) ?? 1));
}
