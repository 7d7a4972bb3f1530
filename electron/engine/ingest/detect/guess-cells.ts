import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';
import { areDates, isClockColumn } from './clock-column.ts';
import type { ColumnCells } from './column-cells.ts';
import { recogniseTimes } from './times/recognise-times.ts';

/** Actions as exports write them, to recognise their column by its cells. */
const ACTIONS =
  /^(?:view|click|pv|cart|add_?to_?cart|addtocart|fav|favou?rite|buy|purchase|order|search|rate|review|like|share|remove_from_cart|transaction|浏览|点击|加购|收藏|购买|下单)$/i;

/**
 * Maps times and actions by the form of their cells; user, item and category are assumed to be the first remaining
 * columns, in this order.
 */
export function mappingFromCells(columns: readonly ColumnCells[]): Mapping {
  const mapping: Mapping = {};
  const indices = columns.map((_, c) => c);
  const valuesOf = (c: number) => columns[c]?.values ?? [];
  const time = indices.filter((c) => isTimes(valuesOf(c))).at(-1);
  const action = indices.find((c) => isActions(valuesOf(c)));
  const clock = time === undefined ? undefined : clockBeside(time, valuesOf);
  if (time !== undefined) mapping.time = clock === undefined ? String(time + 1) : `${time + 1}+${clock + 1}`;
  if (action !== undefined) mapping.action = String(action + 1);
  const otherColumns = indices.filter((c) => c !== time && c !== action && c !== clock);
  for (const [i, field] of (['user', 'item', 'category'] as const).entries()) {
    if (otherColumns[i] !== undefined) mapping[field] = String(otherColumns[i] + 1);
  }
  return mapping;
}

/** Returns the column after a date if it holds times of day with a colon. */
function clockBeside(date: number, valuesOf: (c: number) => readonly string[]): number | undefined {
  const values = valuesOf(date + 1);
  const isClock = values.every((value) => value.includes(':')) && isClockColumn('time', values);
  return isClock && areDates(valuesOf(date)) ? date + 1 : undefined;
}

/**
 * Maps times and actions of a file without a named time column if its cells indicate events: a column of actions,
 * repeated items without a user, where a product list would name each once, or several different rows of one user,
 * where a list of users would have one. It is better to ask for a missing user than to import the file as a product
 * list.
 */
export function guessEventColumns(
  columns: readonly ColumnCells[],
  baseMapping: Mapping,
  repeatsUsers: boolean,
): Mapping {
  if (baseMapping.time !== undefined) return {};
  const usedSources = new Set(Object.values(baseMapping));
  const unused = columns.filter(({ name }) => !usedSources.has(printSources([{ column: name }])));
  const time = unused.find(({ values }) => isTimes(values));
  const action = unused.find(({ values }) => isActions(values));
  const items = columns.find(({ name }) => printSources([{ column: name }]) === baseMapping.item);
  const repeatsItems = baseMapping.user === undefined && items !== undefined && items.distinct < items.values.length;
  if (!time || !(action || repeatsItems || repeatsUsers)) return {};
  const source = ({ name }: ColumnCells) => printSources([{ column: name }]);
  return { time: source(time), ...(action && baseMapping.action === undefined ? { action: source(action) } : {}) };
}

const isActions = (cells: readonly string[]) => cells.length > 0 && cells.every((cell) => ACTIONS.test(cell));

/** Whether all cells look like times. Bare numbers count only between 1990 and 2040, since they may also be ids. */
export function isTimes(cells: readonly string[]): boolean {
  const { formats, share } = recogniseTimes(cells);
  if (share < 0.9 || cells.length === 0) return false;
  if (formats[0] !== 'epoch' && formats[0] !== 'compact-hours') return true;
  return cells.every((cell) => {
    const seconds = Number(cell.slice(0, 10));
    return cell.length >= 9 && seconds > 631_152_000 && seconds < 2_208_988_800;
  });
}
