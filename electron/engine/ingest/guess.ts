import { type Field, fields, type Mapping } from '../../../shared/domain/mapping.ts';
import { printSources } from '../../../shared/domain/mapping-parse.ts';
import { fieldOfName } from './field-names.ts';
import type { Header } from './header.ts';
import { recogniseTimes } from './times.ts';

/** Actions as exports write them, for telling their column from its cells. */
const ACTIONS =
  /^(?:view|click|pv|cart|add_?to_?cart|addtocart|fav|favou?rite|buy|purchase|order|search|rate|review|like|share|remove_from_cart|transaction|浏览|点击|加购|收藏|购买|下单)$/i;

/**
 * Guesses where the fields are: from the columns' names, or from their cells where the file has no header. `known` is
 * what a preset says already.
 */
export function guessMapping(header: Header, rows: readonly (readonly string[])[], known: Mapping): Mapping {
  const guessed = header.header ? fromNames(header, rows) : fromCells(header.columns.length, rows);
  return complete(withAlias({ ...guessed, ...known }, header), header);
}

function fromNames({ columns }: Header, rows: readonly (readonly string[])[]): Mapping {
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
/** Times of something else than the event. */
const OTHER_TIMES = /birth|expir|updat|modif|deliver|ship|due|生日|更新|到期|发货/iu;

/** What parts of names tell of the fields that nothing can do without, times only where the cells are such. */
function fromParts(columns: readonly string[], rows: readonly (readonly string[])[], known: Mapping): Mapping {
  const free = columns.filter((column) => !Object.values(known).includes(printSources([{ column }])));
  const cells = (column: string) => rows.slice(0, 500).flatMap((row) => row[columns.indexOf(column)] || []);
  const mapping: Mapping = {};
  for (const field of ['user', 'item', 'time'] as const) {
    const column = free.find((name) => {
      if (known[field] !== undefined || !PARTS[field].test(name)) return false;
      return field !== 'time' || (!OTHER_TIMES.test(name) && isTimes(cells(name)));
    });
    if (column !== undefined) mapping[field] = printSources([{ column }]);
  }
  return mapping;
}

/** Times and actions by their look; the user, the item and the category are usually first, in this order. */
function fromCells(width: number, rows: readonly (readonly string[])[]): Mapping {
  const cells = (c: number) => rows.slice(0, 500).flatMap((row) => (row[c] ? [row[c]] : []));
  const columns = Array.from({ length: width }, (_, c) => c);
  const mapping: Mapping = {};
  const time = columns.filter((c) => isTimes(cells(c))).at(-1);
  const action = columns.find((c) => cells(c).length > 0 && cells(c).every((cell) => ACTIONS.test(cell)));
  if (time !== undefined) mapping.time = String(time + 1);
  if (action !== undefined) mapping.action = String(action + 1);
  const rest = columns.filter((c) => c !== time && c !== action);
  for (const [i, field] of (['user', 'item', 'category'] as const).entries()) {
    if (rest[i] !== undefined) mapping[field] = String(rest[i] + 1);
  }
  return mapping;
}

/** Bare numbers count as times only between 1990 and 2040: they may be ids as well. */
function isTimes(cells: readonly string[]): boolean {
  const { formats, share } = recogniseTimes(cells);
  if (share < 0.9 || cells.length === 0) return false;
  if (formats[0] !== 'epoch') return true;
  return cells.every((cell) => {
    const seconds = Number(cell.slice(0, 10));
    return cell.length >= 9 && seconds > 631_152_000 && seconds < 2_208_988_800;
  });
}

/** Ids that many people may share, or that change with the device: they name a user only where a table says so. */
const DEVICE = /device|cookie|设备/i;

/**
 * What to do with another name of the user: it is the user where there is no other; in a file of events it stands in where
 * the user is not known yet; a table of little else says which names are of one user.
 */
function withAlias(mapping: Mapping, { columns }: Header): Mapping {
  const { alias, user, ...rest } = mapping;
  if (alias === undefined) return mapping;
  if (user === undefined) return { ...rest, user: alias };
  const isTable = rest.time === undefined && rest.item === undefined;
  if (isTable) return columns.length <= 3 ? { user, alias } : { ...rest, user };
  return DEVICE.test(alias) ? { ...rest, user } : { ...rest, user: `${user}|${alias}`, alias };
}

/** A file without times holds users, with all their columns, or items. */
function complete(mapping: Mapping, { columns }: Header): Mapping {
  const isOfUsers = mapping.time === undefined && mapping.item === undefined && mapping.alias === undefined;
  if (!isOfUsers || mapping.user === undefined) return mapping;
  return columns.length > 1 ? { user: mapping.user, attributes: mapping.attributes ?? ['*'] } : mapping;
}
