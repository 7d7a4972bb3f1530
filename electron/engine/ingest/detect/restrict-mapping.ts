import { fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { parseSources, printSources } from '../../../../shared/domain/mapping-parse.ts';
import { inside, placeOf } from './mapping-places.ts';

/** A preset's mapping without the columns that this file lacks: exports leave out what a shop does not use. */
export function fitMapping(mapping: Mapping, columns: readonly string[]): Mapping {
  const fitted: Mapping = {};
  for (const field of fields) {
    const sources = parsed(mapping[field]).filter((source) => 'literal' in source || placeOf(source.column, columns));
    if (sources.length > 0) fitted[field] = printSources(sources);
  }
  const attributes = mapping.attributes?.filter((name) =>
    name.endsWith('*') ? name === '*' || inside(name.slice(0, -1), columns).length > 0 : placeOf(name, columns),
  );
  if (attributes && attributes.length > 0) fitted.attributes = attributes;
  return fitted;
}

const parsed = (text: string | undefined) => (text === undefined ? [] : parseSources(text));
