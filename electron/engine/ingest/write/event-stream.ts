import { isTextField } from '../../store/events/event-fields.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { OTHER_COLUMNS } from '../stage/row-hash.ts';
import { EventBlock } from './event-block.ts';
import type { SortedEvents } from './sorted-events.ts';

/** Returns SQL for a number, with NaN in place of NULL: a vector that contains NULLs is many times slower to read. */
const numberSql = (column: string) => `coalesce(${column}::DOUBLE, 'nan'::DOUBLE)`;

/**
 * Iterates over sorted events in blocks, each with all events of its users. A block is valid until the next one is
 * requested.
 */
export async function* eachBlock(
  duck: DuckDb,
  { table, fields, hasOtherColumns }: SortedEvents,
): AsyncGenerator<EventBlock> {
  const block = new EventBlock(fields, hasOtherColumns);
  const columns = fields.map((field) => (isTextField(field) ? `"${field}"` : numberSql(`"${field}"`)));
  if (hasOtherColumns) columns.push(numberSql(OTHER_COLUMNS));
  for await (const chunk of duck.stream(`SELECT ${columns} FROM ${table}`)) {
    block.append(chunk);
    if (block.rows > 0) yield block;
    block.dropRows();
  }
  block.closeLastUser();
  if (block.rows > 0) yield block;
}
