import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { Places } from '../detect/mapping-places.ts';
import { placesSql, type RowSource } from './row-source.ts';

/** Column of a staged table: a hash of the cells that no field of the event compares. */
export const OTHER_COLUMNS = 'other_columns';

/** Fields whose columns are not hashed, because events are compared by their values. */
const COMPARED_FIELDS: readonly Field[] = ['user', ...fieldsWith({ distinctive: true })];

/**
 * Returns SQL for a 31-bit hash of the cells that belong to no compared field; null if there are none. Two rows of a
 * file are duplicates only if all their cells are equal. The time is hashed too, because it may be finer than a
 * millisecond. Events with an id need no hash: other columns, such as the upload time, may differ.
 */
export function otherColumnsSql({ columns }: Inspection, { fields }: Places, source: RowSource): string | null {
  const places = (field: Field) => (fields.get(field) ?? []).filter((place) => 'column' in place);
  const compared = new Set(
    COMPARED_FIELDS.flatMap((field) =>
      places(field).flatMap(({ column, path }) => (path === undefined ? [column] : [])),
    ),
  );
  const times = new Set(places('time').flatMap(({ column, clock }) => [column, clock?.column ?? column]));
  const isOther = columns.map((_, column) => !compared.has(column));
  if (!isOther.some((other, column) => other && !times.has(column))) return null;
  const cells = columns.flatMap((_, column) => (isOther[column] ? [source.cell(column)] : []));
  const hash = `(hash(${cells}) & 2147483647)::INTEGER`;
  return fields.has('event_id')
    ? `CASE WHEN ${placesSql(places('event_id'), source)} IS NULL THEN ${hash} ELSE 0 END`
    : hash;
}
