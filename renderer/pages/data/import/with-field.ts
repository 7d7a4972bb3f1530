import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';

/** Returns a mapping with one field set to a source, or removed if the source is empty. */
export function withField(mapping: Mapping, field: Field, source: string): Mapping {
  const { [field]: _, ...rest } = mapping;
  return source === '' ? rest : { ...rest, [field]: source };
}

/**
 * Returns the fields that a column is a source of. `use` is the column's use according to the examination: with
 * attributes `*`, only the examination knows which columns are attributes.
 */
export function usesOf(mapping: Mapping, column: string, use: string | null = null): (Field | 'attributes')[] {
  const single = fields.filter((field) => mapping[field]?.split('|').some((part) => part.trim() === column));
  const isAttribute = mapping.attributes?.includes(column) || (single.length === 0 && use === 'attribute');
  return isAttribute ? [...single, 'attributes'] : single;
}
