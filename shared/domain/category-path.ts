/** Dots separate levels only if all levels are lower-case words, so that `Dr.Martens` is one level. */
const DOTTED = /^[a-z][a-z\d_-]*(\.[a-z\d][a-z\d_-]*)+$/;
const SEPARATORS = /[/>|]/;
const DOTTED_SEPARATORS = /[./>|]/;

/** Whether a name is a bare id, which is meaningless to a person: a long number, a hexadecimal number or a UUID. */
export function isBareId(name: string): boolean {
  return /^(\d{5,}|[\da-f]{12,}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(name.trim());
}

/** Returns the levels of a category: `electronics`, `audio` for `electronics.audio`. */
export function levelsOf(category: string): string[] {
  const parts = category.split(DOTTED.test(category) ? DOTTED_SEPARATORS : SEPARATORS);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Returns a category up to its last readable level: `数码` for `数码/2053013`; null if all levels are bare ids. */
export function readableCategory(category: string): string | null {
  const last = levelsOf(category).findLast((level) => !isBareId(level));
  return last === undefined ? null : category.slice(0, category.lastIndexOf(last) + last.length);
}

/** Returns the last level of a category in words: `water heater` for `appliances.water_heater`. */
export function lastLevel(category: string): string {
  const last = levelsOf(category).at(-1) ?? category;
  return DOTTED.test(category) ? last.replaceAll('_', ' ') : last;
}
