import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';
import { fieldOfName } from './field-names.ts';
import { isTimes } from './guess-cells.ts';
import type { Header } from './header.ts';

/** Where the fields are by the columns' names; times that a name only hints at must look like times. */
export function fromNames({ columns }: Header, rows: readonly (readonly string[])[]): Mapping {
  const found = new Map<Field, { column: string; rank: number }[]>();
  for (const column of columns) {
    const guess = fieldOfName(column);
    if (guess) found.set(guess.field, [...(found.get(guess.field) ?? []), { column, rank: guess.rank }]);
  }
  const mapping: Mapping = {};
  for (const field of fields) {
    const candidates = (found.get(field) ?? []).sort((a, b) => a.rank - b.rank);
    const taken = field === 'category' ? candidates.slice(0, 2) : candidates.slice(0, 1);
    if (taken.length > 0) mapping[field] = printSources(taken);
  }
  return { ...fromParts(columns, rows, mapping), ...mapping };
}

/** Words in the names of columns whose whole name says nothing. */
const PARTS = {
  user: /(?:user|customer|member|buyer|visitor|client|shopper|用户|会员|客户|顾客|买家).*(?:id|no|code|号|编码)$/iu,
  item: /(?:product|item|sku|goods|article|商品|产品).*(?:id|no|code|号|编码)$/iu,
  time: /time|date|时间|日期/iu,
} as const;
/** Whether a column's name tells that it is a field. */
export function isNamed(field: Field, column: string): boolean {
  if (fieldOfName(column)?.field === field) return true;
  return (field === 'user' || field === 'item' || field === 'time') && PARTS[field].test(column);
}

/** Times of something else than the event. */
const OTHER_TIMES = /birth|expir|regist|sign_?up|updat|modif|deliver|ship|due|生日|更新|到期|发货/iu;

/** A table of users may name an item and dates of its own: they count only beside what else behaviour has. */
function isWanted(field: 'user' | 'item' | 'time', { time, item, action, order_id, text, rating, amount }: Mapping) {
  if (field === 'item') return time !== undefined;
  return field === 'user' || [item, action, order_id, text, rating, amount].some((other) => other !== undefined);
}

/** What parts of names tell of the fields that nothing can do without, times only where the cells are such. */
function fromParts(columns: readonly string[], rows: readonly (readonly string[])[], known: Mapping): Mapping {
  const free = columns.filter((column) => !Object.values(known).includes(printSources([{ column }])));
  const cells = (column: string) => rows.slice(0, 500).flatMap((row) => row[columns.indexOf(column)] || []);
  const mapping: Mapping = {};
  for (const field of ['user', 'time', 'item'] as const) {
    if (known[field] !== undefined || !isWanted(field, { ...known, ...mapping })) continue;
    const column = free.find((name) => {
      if (!PARTS[field].test(name)) return false;
      return field !== 'time' || (!OTHER_TIMES.test(name) && isTimes(cells(name)));
    });
    if (column !== undefined) mapping[field] = printSources([{ column }]);
  }
  return mapping;
}
