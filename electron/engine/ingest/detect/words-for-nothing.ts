import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';

/** Words that exports write where a value is missing, as they spell them: Na and Nat may be people. */
export const WORDS_FOR_NOTHING: readonly string[] = [
  ...[
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
  ],
  ...['nil', 'NULL', 'null', 'Null', '(null)', '(NULL)', '<null>', '[null]', '\\N', 'undefined', 'Undefined', '(none)'],
  ...[
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
  ],
  ...['UNKNOWN', '无', '空', '暂无', '缺失', '未知'],
];

/** Fields whose values identify something or are read, so that a word for nothing is no value of theirs. */
const STRICT_FIELDS: readonly Field[] = [
  'user',
  'time',
  'item',
  'order_id',
  'session',
  'alias',
  ...fieldsWith({ stored: 'number' }),
];

/** Whether a word for nothing is a missing value of the field, unless `answers` says otherwise: a brand may be called so. */
export const countsAsNothing = (field: Field, answers: ImportFile['nothing'] = {}): boolean =>
  (answers[field] ?? (STRICT_FIELDS.includes(field) ? 'missing' : 'keep')) === 'missing';

/** Further words of a field: Amplitude writes -1 for an event outside sessions. */
export const wordsOf = (field: Field): readonly string[] =>
  field === 'session' ? [...WORDS_FOR_NOTHING, '-1'] : WORDS_FOR_NOTHING;
