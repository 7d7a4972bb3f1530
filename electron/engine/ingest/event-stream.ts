import { DuckDBDoubleVector, DuckDBIntegerVector, DuckDBVarCharVector, type DuckDBVector } from '@duckdb/node-api';
import type { Field } from '../../../shared/domain/mapping.ts';
import type { Duck } from './duck.ts';
import type { NewEvent } from './event.ts';
import type { Staged } from './stage.ts';

/** A user's events of a file, oldest first and, at the same time, in the order of the file. */
export interface UserEvents {
  readonly user: number;
  readonly events: readonly NewEvent[];
}

/** Reads a staged file user by user, sorted by user and time, with names replaced by ids. */
export async function* eachUser(duck: Duck, staged: Staged): AsyncGenerator<UserEvents> {
  let user = 0;
  let events: NewEvent[] = [];
  for await (const chunk of duck.stream(sortedSql(staged))) {
    const users = numbers(chunk.getColumnVector(0));
    const times = numbers(chunk.getColumnVector(1));
    const actions = numbers(chunk.getColumnVector(2));
    const [item, category, brand, price, amount, quantity, rating] = OPTIONAL.map((_, i) =>
      numbers(chunk.getColumnVector(3 + i)),
    );
    const text = texts(chunk.getColumnVector(10));
    const session = texts(chunk.getColumnVector(11));
    const { rowCount } = chunk;
    for (let row = 0; row < rowCount; row++) {
      const next = users(row) ?? 0;
      if (next !== user) {
        if (events.length > 0) yield { user, events };
        user = next;
        events = [];
      }
      events.push({
        time: times(row) ?? 0,
        action: actions(row) ?? 0,
        item: item!(row),
        category: category!(row),
        brand: brand!(row),
        price: price!(row),
        amount: amount!(row),
        quantity: quantity!(row),
        rating: rating!(row),
        text: text(row),
        sessionName: session(row),
      });
    }
  }
  if (events.length > 0) yield { user, events };
}

const OPTIONAL = ['item', 'category', 'brand', 'price', 'amount', 'quantity', 'rating'] as const;

function sortedSql({ table, fields, timeKind, hasTimeColumn }: Staged): string {
  const joins: string[] = [];
  const id = (field: Field, known: string) => {
    if (!fields.has(field)) return 'NULL::INTEGER';
    joins.push(`LEFT JOIN known_${known} ${known} ON ${known}.name = f."${field}"`);
    return `${known}.id`;
  };
  const number = (field: Field) => (fields.has(field) ? `f."${field}"` : 'NULL::DOUBLE');
  const text = (field: Field) => (fields.has(field) ? `f."${field}"` : 'NULL::VARCHAR');
  const time =
    timeKind === 'order' && !hasTimeColumn ? 'row_number() OVER (PARTITION BY f."user" ORDER BY f.rowid)' : 'f.ms';
  const columns = [
    `${id('user', 'users')} AS u`,
    `(${time})::DOUBLE AS ms`,
    id('action', 'actions'),
    id('item', 'items'),
    id('category', 'categories'),
    id('brand', 'brands'),
    ...(['price', 'amount', 'quantity', 'rating'] as const).map(number),
    ...(['text', 'session'] as const).map(text),
  ];
  return `SELECT ${columns} FROM ${table} f ${joins.join(' ')} WHERE f.bad IS NULL ORDER BY u, ms, f.rowid`;
}

function numbers(vector: DuckDBVector): (row: number) => number | null {
  if (vector instanceof DuckDBIntegerVector || vector instanceof DuckDBDoubleVector)
    return (row) => vector.getItem(row);
  throw new Error('the column holds no numbers');
}

function texts(vector: DuckDBVector): (row: number) => string | null {
  if (vector instanceof DuckDBVarCharVector) return (row) => vector.getItem(row);
  throw new Error('the column holds no text');
}
