import type { Field, Mapping } from '../../../../shared/domain/mapping.ts';
import { parseSources } from '../../../../shared/domain/mapping-parse.ts';
import type { Header } from './header.ts';
import { placeOf, textAt } from './mapping-places.ts';

/**
 * Removes the event id from a mapping if two rows of different users or times share one, as they do if it identifies a
 * kind of event or a device.
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
