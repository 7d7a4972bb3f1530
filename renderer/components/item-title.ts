/**
 * Returns an item's title in the language of the page, otherwise its title in the other language, otherwise its name in
 * the data.
 */
export function itemTitle(
  language: string,
  { item, title, titleEn }: { item: string | null; title: string | null; titleEn: string | null },
): string | null {
  return (language === 'zh' ? (title ?? titleEn) : (titleEn ?? title)) ?? item;
}
