import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { printSources } from '../../../../shared/domain/mapping-parse.ts';
import { recogniseTimes } from './recognise-times.ts';

/** Actions as exports write them, for telling their column from its cells. */
const ACTIONS =
  /^(?:view|click|pv|cart|add_?to_?cart|addtocart|fav|favou?rite|buy|purchase|order|search|rate|review|like|share|remove_from_cart|transaction|浏览|点击|加购|收藏|购买|下单)$/i;

/** Times and actions by their look; the user, the item and the category are usually first, in this order. */
export function fromCells(width: number, rows: readonly (readonly string[])[]): Mapping {
  const cells = (c: number) => rows.slice(0, 500).flatMap((row) => (row[c] ? [row[c]] : []));
  const columns = Array.from({ length: width }, (_, c) => c);
  const mapping: Mapping = {};
  const time = columns.filter((c) => isTimes(cells(c))).at(-1);
  const action = columns.find((c) => isActions(cells(c)));
  if (time !== undefined) mapping.time = String(time + 1);
  if (action !== undefined) mapping.action = String(action + 1);
  const rest = columns.filter((c) => c !== time && c !== action);
  for (const [i, field] of (['user', 'item', 'category'] as const).entries()) {
    if (rest[i] !== undefined) mapping[field] = String(rest[i] + 1);
  }
  return mapping;
}

/**
 * Times and actions of a file whose names tell no time, where its cells show that it is behaviour: a column of actions, or an
 * item that comes again and again where a list of items would say each once. It is better asked for its user than taken for
 * a list.
 */
export function behaviourIn(columns: readonly string[], rows: readonly (readonly string[])[], known: Mapping): Mapping {
  if (known.time !== undefined) return {};
  const taken = new Set(Object.values(known));
  const free = columns
    .map((name, c) => ({ c, source: printSources([{ column: name }]) }))
    .filter(({ source }) => !taken.has(source));
  const cells = (c: number) => rows.slice(0, 500).flatMap((row) => row[c]?.trim() || []);
  const time = free.find(({ c }) => isTimes(cells(c)));
  const action = free.find(({ c }) => isActions(cells(c)));
  const items = cells(columns.findIndex((name) => printSources([{ column: name }]) === known.item));
  const isRepeated = known.user === undefined && new Set(items).size < items.length;
  if (!time || !(action || isRepeated)) return {};
  return { time: time.source, ...(action && known.action === undefined ? { action: action.source } : {}) };
}

const isActions = (cells: readonly string[]) => cells.length > 0 && cells.every((cell) => ACTIONS.test(cell));

/** Bare numbers count as times only between 1990 and 2040: they may be ids as well. */
export function isTimes(cells: readonly string[]): boolean {
  const { formats, share } = recogniseTimes(cells);
  if (share < 0.9 || cells.length === 0) return false;
  if (formats[0] !== 'epoch') return true;
  return cells.every((cell) => {
    const seconds = Number(cell.slice(0, 10));
    return cell.length >= 9 && seconds > 631_152_000 && seconds < 2_208_988_800;
  });
}
