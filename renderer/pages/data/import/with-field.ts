import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';

/** A mapping with one field from elsewhere; from nowhere where the source is empty. */
export function withField(mapping: Mapping, field: Field, source: string): Mapping {
  const { [field]: _, ...rest } = mapping;
  return source === '' ? rest : { ...rest, [field]: source };
}

/** The fields that a column is a source of. */
export function usesOf(mapping: Mapping, column: string): (Field | 'attributes')[] {
  const single = fields.filter((field) => mapping[field]?.split('|').some((part) => part.trim() === column));
  return mapping.attributes?.includes(column) ? [...single, 'attributes'] : single;
}
