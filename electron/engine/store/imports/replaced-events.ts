import type { Database } from 'better-sqlite3';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { BatchInsert } from '../batch-insert.ts';
import { type EventField, isItemField, isTextField } from '../events/event-fields.ts';

/** Receives the rows of a file whose events replace stored ones. */
export interface EventReplacer {
  /** Adds a row: ids of the store's tables, numbers and texts, in the order of the fields. */
  add(row: readonly (number | string | null)[]): void;
  /** Removes the stored events that the rows replace; returns how many. */
  finish(): number;
}

/**
 * Returns a replacer for events that are equal in all fields of the key to one of its rows. One event for each row that
 * is equal to it in all `fields` remains.
 */
export function eventReplacer(db: Database, fields: readonly EventField[], key: readonly string[]): EventReplacer {
  const columns = fields.map((field) => `"${field}" ${columnType(field)}`);
  db.exec(`DROP TABLE IF EXISTS temp.incoming; CREATE TEMP TABLE incoming (${columns})`);
  const quotedFields = fields.map((field) => `"${field}"`);
  const rows = new BatchInsert(db, 'temp.incoming', quotedFields);
  return {
    add: (row) => rows.add(row),
    finish() {
      rows.finish();
      const removed = removeReplacedEvents(db, fields, key);
      db.exec('DROP TABLE temp.incoming');
      return removed;
    },
  };
}

/** Returns the type of the store's column: SQLite cannot use an index to compare columns of different types. */
function columnType(field: EventField): string {
  if (isTextField(field)) return 'TEXT';
  return fieldsWith({ stored: 'number' }).some((number) => number === field) ? 'REAL' : 'INTEGER';
}

/** SQL for a field of a stored event; fields that it lacks are taken from its item. */
function storedField(field: string): string {
  if (field === 'session') return 's.name';
  return isItemField(field) ? `coalesce(e."${field}", i."${field}")` : `e."${field}"`;
}

const incomingField = (field: string) => (isItemField(field) ? `coalesce(n."${field}", j."${field}")` : `n."${field}"`);

/**
 * Deletes the stored events whose key fields equal those of a row in the temporary table `incoming`, except one event
 * per row that is equal in all `fields`; also deletes sessions that become empty. Returns the number of deleted events.
 */
function removeReplacedEvents(db: Database, fields: readonly EventField[], key: readonly string[]): number {
  const hasItem = fields.includes('item');
  const equalConditions = fields.map(
    (field) => `${storedField(field)} IS ${hasItem ? incomingField(field) : `n."${field}"`}`,
  );
  db.exec(`CREATE INDEX temp.incoming_by_key ON incoming (${key.map((field) => `"${field}"`)});
    DROP TABLE IF EXISTS temp.removed;
    CREATE TEMP TABLE removed AS SELECT user, time, seq, session FROM (
      SELECT e.user, e.time, e.seq, e.session, ${equalConditions.join(' AND ')} AS equal,
             row_number() OVER (PARTITION BY n.rowid ORDER BY ${equalConditions.join(' AND ')} DESC, e.time, e.seq) AS place
      FROM ${candidates(key)} LEFT JOIN items i ON i.id = e.item LEFT JOIN sessions s ON s.id = e.session
      CROSS JOIN temp.incoming n ON ${key.map((field) => `n."${field}" = ${storedField(field)}`).join(' AND ')}
      ${hasItem ? 'LEFT JOIN items j ON j.id = n.item' : ''})
    WHERE NOT (equal AND place = 1)`);
  const { changes } = db
    .prepare('DELETE FROM events WHERE (user, time, seq) IN (SELECT user, time, seq FROM temp.removed)')
    .run();
  db.exec(`DELETE FROM sessions WHERE id IN (SELECT session FROM temp.removed WHERE session IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM events e WHERE e.user = sessions.user AND e.session = sessions.id);
    DROP TABLE temp.removed`);
  return changes;
}

/**
 * FROM clause of the events to compare: all events or, if the key includes the user, those of the incoming users; if it
 * also includes the time, only within each user's range of incoming times.
 */
function candidates(key: readonly string[]): string {
  if (!key.includes('user')) return 'events e';
  const timeCondition = key.includes('time') ? 'AND e.time BETWEEN u.first AND u.last' : '';
  return `(SELECT user, min(time) AS first, max(time) AS last FROM temp.incoming GROUP BY user) u
      CROSS JOIN events e ON e.user = u.user ${timeCondition}`;
}
