import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import {
  bestSearchRank,
  type SearchText,
  searchRank,
  searchText,
} from '../../../../shared/domain/search/search-rank.ts';
import { escapeLike, type Suggestion } from './suggest.ts';

/**
 * Returns the users whose name and the items whose name or title match a text best; ties are resolved by length, then
 * alphabetically.
 */
export function searchNames(db: Database, { text, limit }: Parsed<'names.search'>): Output<'names.search'> {
  const search = searchText(text);
  if (search.whole === '') return { users: [], items: [] };
  return { users: searchUsers(db, search, limit), items: searchItems(db, search, limit) };
}

function searchUsers(db: Database, search: SearchText, limit: number): string[] {
  const rows = db
    .prepare<[string], string>("SELECT name FROM users WHERE name LIKE ? ESCAPE '\\'")
    .pluck()
    .iterate(`%${escapeLike(search.whole)}%`);
  return bestMatches(rows, (name) => [searchRank(name, search), name], limit);
}

function searchItems(db: Database, search: SearchText, limit: number): Suggestion[] {
  const rows = db.prepare<[], Suggestion>('SELECT name, title, title_en titleEn FROM items').iterate();
  return bestMatches(
    rows,
    ({ name, title, titleEn }) => [bestSearchRank([name, title, titleEn], search), title ?? titleEn ?? name],
    limit,
  );
}

interface Match<Row> {
  readonly row: Row;
  readonly rank: number;
  readonly text: string;
}

/**
 * Returns the best rows in order. `match` returns the rank of a row and the text that resolves ties, or null if it does
 * not match.
 */
function bestMatches<Row>(
  rows: Iterable<Row>,
  match: (row: Row) => readonly [rank: number | null, text: string],
  limit: number,
): Row[] {
  const best: Match<Row>[] = [];
  for (const row of rows) {
    const [rank, text] = match(row);
    if (rank === null) continue;
    const candidate = { row, rank, text };
    if (best.length === limit && compare(candidate, best.at(-1)!) >= 0) continue;
    const place = best.findIndex((other) => compare(candidate, other) < 0);
    best.splice(place === -1 ? best.length : place, 0, candidate);
    best.length = Math.min(best.length, limit);
  }
  return best.map(({ row }) => row);
}

function compare(a: Match<unknown>, b: Match<unknown>): number {
  return a.rank - b.rank || a.text.length - b.text.length || (a.text < b.text ? -1 : Number(a.text > b.text));
}
