import {
  type DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBIntegerVector,
  DuckDBVarCharVector,
  type DuckDBVector,
} from '@duckdb/node-api';
import type { Field } from '../../../shared/domain/mapping.ts';
import type { EventFacts } from '../store/known-events.ts';
import type { Duck } from './duck.ts';
import { type Staged, USABLE } from './stage.ts';

/** A user's events of a file, oldest first and, at the same time, in the order of the file. */
export interface UserEvents {
  readonly user: number;
  readonly events: readonly EventFacts[];
}

/** Reads a staged file user by user, sorted by user and time, with names replaced by ids. */
export async function* eachUser(duck: Duck, staged: Staged): AsyncGenerator<UserEvents> {
  let user = 0;
  let events: EventFacts[] = [];
  const columns = columnsOf(staged);
  for await (const chunk of duck.stream(sortedSql(staged, columns))) {
    const read = readers(chunk, columns);
    const { rowCount } = chunk;
    for (let row = 0; row < rowCount; row++) {
      const next = read.user(row) ?? 0;
      if (next !== user) {
        if (events.length > 0) yield { user, events };
        user = next;
        events = [];
      }
      events.push({
        time: read.time(row) ?? 0,
        action: read.action(row) ?? 0,
        item: read.item(row),
        category: read.category(row),
        brand: read.brand(row),
        price: read.price(row),
        amount: read.amount(row),
        quantity: read.quantity(row),
        rating: read.rating(row),
        text: read.text(row),
        order_id: read.order_id(row),
        discount: read.discount(row),
        currency: read.currency(row),
        channel: read.channel(row),
        campaign: read.campaign(row),
        sessionName: read.session(row),
      });
    }
  }
  if (events.length > 0) yield { user, events };
}

/** The fields whose names have ids, and where. */
const NAMED: readonly (readonly [field: Field, dictionary: string])[] = [
  ['user', 'users'],
  ['action', 'actions'],
  ['item', 'items'],
  ['category', 'categories'],
  ['brand', 'brands'],
  ['channel', 'channels'],
  ['campaign', 'campaigns'],
];

/** The fields that stand in events as they are. */
const UNNAMED = [
  'price',
  'amount',
  'quantity',
  'rating',
  'text',
  'session',
  'order_id',
  'discount',
  'currency',
] as const;

/** SQL of each field that the file says, by field; what it does not say is not read. */
function columnsOf({ fields, timeKind, hasTimeColumn }: Staged): Map<Field, string> {
  const columns = new Map<Field, string>();
  for (const [field, known] of NAMED) if (fields.has(field)) columns.set(field, `${known}.id`);
  const isPosition = timeKind === 'order' && !hasTimeColumn;
  columns.set(
    'time',
    `(${isPosition ? 'row_number() OVER (PARTITION BY f."user" ORDER BY f.rowid)' : 'f.ms'})::DOUBLE`,
  );
  for (const field of UNNAMED) {
    if (fields.has(field)) columns.set(field, `f."${field}"`);
  }
  return columns;
}

function sortedSql({ table, fields }: Staged, columns: ReadonlyMap<Field, string>): string {
  const joins = NAMED.filter(([field]) => fields.has(field)).map(
    ([field, known]) => `LEFT JOIN known_${known} ${known} ON ${known}.name = f."${field}"`,
  );
  const selected = [...columns].map(([field, sql]) => `${sql} AS "${field}"`);
  return `SELECT ${selected} FROM ${table} f ${joins.join(' ')} WHERE ${USABLE}
    ORDER BY users.id, ${columns.get('time')}, f.rowid`;
}

const nothing = () => null;

function readers(chunk: DuckDBDataChunk, columns: ReadonlyMap<Field, string>) {
  const places = new Map([...columns.keys()].map((field, i) => [field, i]));
  const vector = (field: Field) => {
    const place = places.get(field);
    return place === undefined ? null : chunk.getColumnVector(place);
  };
  const number = (field: Field) => numbers(vector(field));
  return {
    ...{ user: number('user'), time: number('time'), action: number('action'), item: number('item') },
    ...{ category: number('category'), brand: number('brand'), price: number('price'), amount: number('amount') },
    ...{ quantity: number('quantity'), rating: number('rating'), discount: number('discount') },
    ...{ channel: number('channel'), campaign: number('campaign') },
    ...{ text: texts(vector('text')), session: texts(vector('session')) },
    ...{ order_id: texts(vector('order_id')), currency: texts(vector('currency')) },
  };
}

function numbers(vector: DuckDBVector | null): (row: number) => number | null {
  if (vector === null) return nothing;
  if (vector instanceof DuckDBIntegerVector || vector instanceof DuckDBDoubleVector)
    return (row) => vector.getItem(row);
  throw new Error('the column holds no numbers');
}

function texts(vector: DuckDBVector | null): (row: number) => string | null {
  if (vector === null) return nothing;
  if (vector instanceof DuckDBVarCharVector) return (row) => vector.getItem(row);
  throw new Error('the column holds no text');
}
