import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';

/** A mapping with one field from elsewhere; from nowhere where the source is empty. */
export function withField(mapping: Mapping, field: Field, source: string): Mapping {
  const { [field]: _, ...rest } = mapping;
  return source === '' ? rest : { ...rest, [field]: source };
}

/**
 * The fields that a column is a source of. `use` is what the doctor says of it: it knows which columns are attributes
 * where all that are not used otherwise are (`*`).
 */
export function usesOf(mapping: Mapping, column: string, use: string | null = null): (Field | 'attributes')[] {
  const single = fields.filter((field) => mapping[field]?.split('|').some((part) => part.trim() === column));
  const isAttribute = mapping.attributes?.includes(column) || (single.length === 0 && use === 'attribute');
  return isAttribute ? [...single, 'attributes'] : single;
}
