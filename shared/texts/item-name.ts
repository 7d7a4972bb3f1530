import { lastLevel, readableCategory } from '../domain/category-path.ts';

/** What is known of an item; `item` is its name in the data. */
export interface ItemText {
  readonly item: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly category: string | null;
  readonly brand: string | null;
}

/** Returns an item's title, or else its brand and category with its name in the data: “samsung smartphone 1004856”. */
export function itemName(language: string, { item, title, titleEn, category, brand }: ItemText): string {
  const shown = language === 'zh' ? (title ?? titleEn) : (titleEn ?? title);
  if (shown !== null) return shown;
  return [brand, category && categoryWords(category), item].filter((part) => part !== null && part !== '').join(' ');
}

/** Returns what a person calls a category, `washer` for `appliances.kitchen.washer`; null if its name is a bare id. */
export function categoryWords(category: string): string | null {
  const readable = readableCategory(category);
  return readable === null ? null : lastLevel(readable).replaceAll('_', ' ');
}
