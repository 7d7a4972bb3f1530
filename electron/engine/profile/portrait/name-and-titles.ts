import type { Database } from 'better-sqlite3';
import { itemTitles, nameOf, type Titles } from '../../store/names/name-lookup.ts';
import type { InterestKind } from './interests.ts';

const TABLES = { category: 'categories', brand: 'brands', item: 'items' } as const;

/** Returns the name of a category, brand or item, and the titles of an item. */
export function nameAndTitles(db: Database, kind: InterestKind, id: number): { name: string } & Titles {
  const titles = kind === 'item' ? itemTitles(db, id) : { title: null, titleEn: null };
  return { name: nameOf(db, TABLES[kind], id), ...titles };
}
