import type { Field, Mapping } from '../../../../shared/domain/mapping.ts';
import { parseSources } from '../../../../shared/domain/mapping-parse.ts';
import type { Header } from './header.ts';
import { placeOf, textAt } from './mapping-places.ts';

/**
 * Removes the event id from a mapping unless its cells are ids of events: no two rows of a different user or time may
 * share one, as they share the id of a kind of event or of a device.
 */
export function withoutSharedEventId(
  mapping: Mapping,
  { columns }: Pick<Header, 'columns'>,
  rows: readonly (readonly string[])[],
): Mapping {
  const { event_id: id, ...rest } = mapping;
  if (id === undefined) return mapping;
  if (mapping.time === undefined) return rest;
  const places = (field: Field) =>
    parseSources(mapping[field] ?? '').flatMap((source) =>
      'literal' in source ? source : (placeOf(source.column, columns) ?? []),
    );
  const fields = (['event_id', 'user', 'time'] as const).map(places);
  const events = new Set(rows.map((row) => JSON.stringify(fields.map((field) => textAt(field, row)))));
  const ids = new Set(rows.map((row) => textAt(fields[0]!, row)));
  return ids.has('') || ids.size < events.size ? rest : mapping;
}
