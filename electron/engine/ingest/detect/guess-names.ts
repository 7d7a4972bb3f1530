import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';
import { fieldOfName } from './field-names.ts';
import { isTimes } from './guess-cells.ts';
import type { Header } from './header.ts';

/** Maps fields by column names; columns whose names only hint at a time must contain times. */
export function mappingFromNames({ columns }: Header, rows: readonly (readonly string[])[]): Mapping {
  const candidatesByField = new Map<Field, { column: string; rank: number }[]>();
  for (const column of columns) {
    const guess = fieldOfName(column);
    if (guess)
      candidatesByField.set(guess.field, [...(candidatesByField.get(guess.field) ?? []), { column, rank: guess.rank }]);
  }
  const mapping: Mapping = {};
  for (const field of fields) {
    const candidates = (candidatesByField.get(field) ?? []).sort((a, b) => a.rank - b.rank);
    const bestColumns = field === 'category' ? candidates.slice(0, 2) : candidates.slice(0, 1);
    if (bestColumns.length > 0) mapping[field] = printSources(bestColumns);
  }
  return { ...mappingFromNameParts(columns, rows, mapping), ...mapping };
}

/** Patterns for column names that are not in the list of known names. */
const NAME_PARTS = {
  user: /(?:user|customer|member|buyer|visitor|client|shopper|用户|会员|客户|顾客|买家).*(?:id|no|code|号|编码)$/iu,
  item: /(?:product|item|sku|goods|article|商品|产品).*(?:id|no|code|号|编码)$/iu,
  time: /time|date|时间|日期/iu,
} as const;
/** Whether a column's name indicates the field. */
export function matchesFieldName(field: Field, column: string): boolean {
  if (fieldOfName(column)?.field === field) return true;
  return (field === 'user' || field === 'item' || field === 'time') && NAME_PARTS[field].test(column);
}

/** Names of times other than that of the event. */
const OTHER_TIMES = /birth|expir|regist|sign_?up|updat|modif|deliver|ship|due|生日|更新|到期|发货/iu;

/**
 * A user table may contain an item and dates of its own: an item counts only beside a time, and a time only beside an
 * item, an action, an order, a text, a rating or an amount.
 */
function hasEventEvidence(
  field: 'user' | 'item' | 'time',
  { time, item, action, order_id, text, rating, amount }: Mapping,
) {
  if (field === 'item') return time !== undefined;
  return field === 'user' || [item, action, order_id, text, rating, amount].some((other) => other !== undefined);
}

/** Maps the required fields by parts of column names; a time only if its cells are times. */
function mappingFromNameParts(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  baseMapping: Mapping,
): Mapping {
  const unusedColumns = columns.filter((column) => !Object.values(baseMapping).includes(printSources([{ column }])));
  const cells = (column: string) => rows.slice(0, 500).flatMap((row) => row[columns.indexOf(column)] || []);
  const mapping: Mapping = {};
  for (const field of ['user', 'time', 'item'] as const) {
    if (baseMapping[field] !== undefined || !hasEventEvidence(field, { ...baseMapping, ...mapping })) continue;
    const column = unusedColumns.find((name) => {
      if (!NAME_PARTS[field].test(name)) return false;
      return field !== 'time' || (!OTHER_TIMES.test(name) && isTimes(cells(name)));
    });
    if (column !== undefined) mapping[field] = printSources([{ column }]);
  }
  return mapping;
}
