import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';
import { recogniseTimes } from './recognise-times.ts';

/** Actions as exports write them, to recognise their column by its cells. */
const ACTIONS =
  /^(?:view|click|pv|cart|add_?to_?cart|addtocart|fav|favou?rite|buy|purchase|order|search|rate|review|like|share|remove_from_cart|transaction|浏览|点击|加购|收藏|购买|下单)$/i;

/**
 * Maps times and actions by the form of their cells; user, item and category are assumed to be the first remaining
 * columns, in this order.
 */
export function mappingFromCells(width: number, rows: readonly (readonly string[])[]): Mapping {
  const cells = (c: number) => rows.slice(0, 500).flatMap((row) => (row[c] ? [row[c]] : []));
  const columns = Array.from({ length: width }, (_, c) => c);
  const mapping: Mapping = {};
  const time = columns.filter((c) => isTimes(cells(c))).at(-1);
  const action = columns.find((c) => isActions(cells(c)));
  if (time !== undefined) mapping.time = String(time + 1);
  if (action !== undefined) mapping.action = String(action + 1);
  const otherColumns = columns.filter((c) => c !== time && c !== action);
  for (const [i, field] of (['user', 'item', 'category'] as const).entries()) {
    if (otherColumns[i] !== undefined) mapping[field] = String(otherColumns[i] + 1);
  }
  return mapping;
}

/**
 * Maps times and actions of a file without a named time column if its cells indicate events: a column of actions, or,
 * without a user column, repeated items where a product list would name each once. It is better to ask for the missing
 * user than to import the file as a product list.
 */
export function guessEventColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  baseMapping: Mapping,
): Mapping {
  if (baseMapping.time !== undefined) return {};
  const usedSources = new Set(Object.values(baseMapping));
  const unusedColumns = columns
    .map((name, c) => ({ c, source: printSources([{ column: name }]) }))
    .filter(({ source }) => !usedSources.has(source));
  const cells = (c: number) => rows.slice(0, 500).flatMap((row) => row[c]?.trim() || []);
  const time = unusedColumns.find(({ c }) => isTimes(cells(c)));
  const action = unusedColumns.find(({ c }) => isActions(cells(c)));
  const items = cells(columns.findIndex((name) => printSources([{ column: name }]) === baseMapping.item));
  const hasRepeatedItems = baseMapping.user === undefined && new Set(items).size < items.length;
  if (!time || !(action || hasRepeatedItems)) return {};
  return { time: time.source, ...(action && baseMapping.action === undefined ? { action: action.source } : {}) };
}

const isActions = (cells: readonly string[]) => cells.length > 0 && cells.every((cell) => ACTIONS.test(cell));

/** Whether all cells look like times. Bare numbers count only between 1990 and 2040, since they may also be ids. */
export function isTimes(cells: readonly string[]): boolean {
  const { formats, share } = recogniseTimes(cells);
  if (share < 0.9 || cells.length === 0) return false;
  if (formats[0] !== 'epoch') return true;
  return cells.every((cell) => {
    const seconds = Number(cell.slice(0, 10));
    return cell.length >= 9 && seconds > 631_152_000 && seconds < 2_208_988_800;
  });
}
