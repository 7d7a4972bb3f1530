import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { type Field, fields, type Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';
import { areDates, isClockColumn, isClockOnly } from './clock-column.ts';
import type { ColumnCells } from './column-cells.ts';
import { fieldOfName } from './field-names.ts';
import { isTimes } from './guess-cells.ts';

interface Candidate {
  readonly column: ColumnCells;
  readonly rank: number;
}

/**
 * Maps fields by column names and cells. Among the columns whose name matches a field, those whose cells fit the field
 * come first, then those with the more reliable name. A column that does not hold numbers is not mapped to a numeric
 * field.
 */
export function mappingFromNames(columns: readonly ColumnCells[]): Mapping {
  const candidates = new Map<Field, Candidate[]>();
  for (const column of columns) {
    const match = fieldOfName(column.name);
    if (match) candidates.set(match.field, [...(candidates.get(match.field) ?? []), { column, rank: match.rank }]);
  }
  const mapping: Mapping = {};
  for (const field of fields) {
    const ranked = rankedCandidates(field, candidates.get(field) ?? []);
    const best = field === 'category' ? ranked.slice(0, 2) : ranked.slice(0, 1);
    if (best.length > 0) mapping[field] = printSources(best.map(({ column }) => ({ column: column.name })));
  }
  return withClock(columns, { ...mappingFromNameParts(columns, mapping), ...mapping });
}

/**
 * Returns the candidate columns of a field, the best first. An empty column is a candidate only if there is no other.
 */
function rankedCandidates(field: Field, candidates: readonly Candidate[]): Candidate[] {
  const filled = candidates.filter(({ column }) => column.values.length > 0);
  const usable = (filled.length > 0 ? filled : candidates).filter(({ column }) => isUsable(field, column));
  return usable
    .map((candidate) => ({ candidate, fits: fits(field, candidate.column) }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || a.candidate.rank - b.candidate.rank)
    .map(({ candidate }) => candidate);
}

const NUMBERS: readonly Field[] = fieldsWith({ stored: 'number' });
/** Number of rows from which a column with a single value identifies neither users nor items. */
const MANY_ROWS = 20;
/** Minimum share of cells that must fit the field. */
const MIN_SHARE = 0.5;

/** Whether the cells of a column fit a field. */
function fits(field: Field, { values, distinct, times, numbers }: ColumnCells): boolean {
  if (values.length === 0) return false;
  if (field === 'time') return times >= MIN_SHARE && !values.every(isClockOnly);
  if (NUMBERS.includes(field)) return numbers >= MIN_SHARE;
  if (field === 'user' || field === 'item') return distinct > 1 || values.length < MANY_ROWS;
  if (field === 'text' || field === 'title') return numbers < 1;
  return field !== 'action' || distinct <= Math.max(10, values.length / 2);
}

/** Minimum share of numbers in a numeric field; below it the column holds something else, such as a payment method. */
const MIN_NUMBERS = 0.2;

function isUsable(field: Field, { values, numbers }: ColumnCells): boolean {
  return !NUMBERS.includes(field) || values.length === 0 || numbers >= MIN_NUMBERS;
}

/**
 * Returns the columns that have a more reliable name for a field than the mapped column, but cells that do not fit the
 * field.
 */
export function overruledColumns(
  columns: readonly ColumnCells[],
  mapping: Mapping,
): { field: Field; source: string; other: string }[] {
  const named = columns.flatMap((column) => {
    const match = fieldOfName(column.name);
    return match ? [{ ...match, source: printSources([{ column: column.name }]) }] : [];
  });
  return fields.flatMap((field) => {
    const mapped = named.find((candidate) => candidate.field === field && candidate.source === mapping[field]);
    const better = named.find((candidate) => candidate.field === field && mapped && candidate.rank < mapped.rank);
    return mapped && better ? [{ field, source: mapped.source, other: better.source }] : [];
  });
}

/** Joins the column of the date with an adjacent column of the time of day. */
export function withClock(columns: readonly ColumnCells[], mapping: Mapping): Mapping {
  const used = new Set(Object.values(mapping));
  const date = columns.find(({ name }) => printSources([{ column: name }]) === mapping.time);
  if (!date || !areDates(date.values)) return mapping;
  const clock = columns.find(
    ({ name, values }) => !used.has(printSources([{ column: name }])) && isClockColumn(name, values),
  );
  const isJoinable = (name: string) => !name.includes('+') && !printSources([{ column: name }]).startsWith('"');
  if (!clock || !isJoinable(date.name) || !isJoinable(clock.name)) return mapping;
  return { ...mapping, time: `${date.name}+${clock.name}` };
}

/** Patterns for column names that are not in the list of known names. */
const NAME_PARTS = {
  user: /(?:user|customer|member|buyer|visitor|client|shopper|用户|会员|客户|顾客|买家).*(?:id|no|code|号|编码)$/iu,
  item: /^(?!order.?(?:item|line)).*(?:product|item|sku|goods|article|商品|产品).*(?:id|no|code|号|编码)$/iu,
  time: /time|date|时间|日期/iu,
} as const;
/** Whether a column's name indicates the field. */
export function matchesFieldName(field: Field, column: string): boolean {
  if (fieldOfName(column)?.field === field) return true;
  return (field === 'user' || field === 'item' || field === 'time') && NAME_PARTS[field].test(column);
}

/** Names of times other than that of the event. */
const OTHER_TIMES = /birth|expir|regist|sign_?up|updat|modif|deliver|ship|due|zone|生日|更新|到期|发货/iu;

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
function mappingFromNameParts(columns: readonly ColumnCells[], baseMapping: Mapping): Mapping {
  const used = new Set(Object.values(baseMapping));
  const unused = columns.filter(({ name }) => !used.has(printSources([{ column: name }])));
  const mapping: Mapping = {};
  for (const field of ['user', 'time', 'item'] as const) {
    if (baseMapping[field] !== undefined || !hasEventEvidence(field, { ...baseMapping, ...mapping })) continue;
    const column = unused.find(({ name, values }) => {
      if (!NAME_PARTS[field].test(name) || (values.length === 0 && field !== 'user')) return false;
      return field !== 'time' || (!OTHER_TIMES.test(name) && isTimes(values));
    });
    if (column !== undefined) mapping[field] = printSources([{ column: column.name }]);
  }
  return mapping;
}
