import { fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { parseSources, printSources } from '../../../../shared/domain/mapping-parse.ts';
import { columnsWithPrefix, placeOf } from './mapping-places.ts';

/** Returns a preset's mapping without columns that this file lacks: exports omit columns that a shop does not use. */
export function restrictMapping(mapping: Mapping, columns: readonly string[]): Mapping {
  const restricted: Mapping = {};
  for (const field of fields) {
    const sources = sourcesOf(mapping[field]).filter(
      (source) => 'literal' in source || placeOf(source.column, columns),
    );
    if (sources.length > 0) restricted[field] = printSources(sources);
  }
  const attributes = mapping.attributes?.filter((name) =>
    name.endsWith('*')
      ? name === '*' || columnsWithPrefix(name.slice(0, -1), columns).length > 0
      : placeOf(name, columns),
  );
  if (attributes && attributes.length > 0) restricted.attributes = attributes;
  return restricted;
}

const sourcesOf = (text: string | undefined) => (text === undefined ? [] : parseSources(text));
