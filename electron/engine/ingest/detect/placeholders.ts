import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';

/** Placeholders for missing values, in the spelling of exports: `Na` and `Nat` may be names. */
export const PLACEHOLDERS: readonly string[] = [
  'NA',
  'na',
  'N/A',
  'n/a',
  '#N/A',
  '#n/a',
  'N.A.',
  'n.a.',
  '<NA>',
  'NaN',
  'nan',
  'NAN',
  'NaT',
  'None',
  'none',
  'NONE',
  'nil',
  'NULL',
  'null',
  'Null',
  '(null)',
  '(NULL)',
  '<null>',
  '[null]',
  '\\N',
  'undefined',
  'Undefined',
  '(none)',
  '-',
  '--',
  '---',
  '–',
  '—',
  '?',
  '(empty)',
  '(blank)',
  '(not set)',
  '(not provided)',
  'not set',
  'unknown',
  'Unknown',
  'UNKNOWN',
  '无',
  '空',
  '暂无',
  '缺失',
  '未知',
];

/** Fields in which a placeholder is never a valid value, because they hold ids or parsed values. */
const STRICT_FIELDS: readonly Field[] = [
  'user',
  'time',
  'item',
  'order_id',
  'session',
  'alias',
  ...fieldsWith({ stored: 'number' }),
];

/**
 * Whether a placeholder counts as missing in a field, unless `answers` says otherwise: it may be the name of a brand.
 */
export const countsAsMissing = (field: Field, answers: ImportFile['nothing'] = {}): boolean =>
  (answers[field] ?? (STRICT_FIELDS.includes(field) ? 'missing' : 'keep')) === 'missing';

/** Returns the placeholders of a field. Amplitude writes -1 for an event outside of sessions. */
export const placeholdersOf = (field: Field): readonly string[] =>
  field === 'session' ? [...PLACEHOLDERS, '-1'] : PLACEHOLDERS;
