import type { Field } from '../../../shared/domain/mapping.ts';
import type { Duck } from './duck.ts';
import { EventBlock, type EventField } from './event-block.ts';
import { type Staged, USABLE } from './stage.ts';

/**
 * Reads a staged file sorted by user and time and, at the same time, in the order of the file, with ids in place of names:
 * one block after another, each with all events of its users. A block is good until the next is asked for.
 */
export async function* eachBlock(duck: Duck, staged: Staged): AsyncGenerator<EventBlock> {
  const columns = columnsOf(staged);
  const block = new EventBlock([...columns.keys()]);
  for await (const chunk of duck.stream(sortedSql(staged, columns))) {
    block.append(chunk);
    if (block.rows > 0) yield block;
    block.dropRows();
  }
  block.closeLastUser();
  if (block.rows > 0) yield block;
}

/** The fields whose names have ids, and where. */
const NAMED: readonly (readonly [field: EventField, dictionary: string])[] = [
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
function columnsOf({ fields, timeKind, hasTimeColumn }: Staged): Map<EventField, string> {
  const columns = new Map<EventField, string>();
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
