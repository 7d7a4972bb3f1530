/** What an item is called in the page's language; its name in the data where it has no title. */
export function itemTitle(
  language: string,
  { item, title, titleEn }: { item: string | null; title: string | null; titleEn: string | null },
): string | null {
  return (language === 'zh' ? (title ?? titleEn) : (titleEn ?? title)) ?? item;
}
