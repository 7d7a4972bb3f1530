/** Dots separate the levels of a category only if all of them are lower-case words, which excludes `Dr.Martens`. */
const DOTTED = /^[a-z][a-z\d_-]*(\.[a-z\d][a-z\d_-]*)+$/;
const SEPARATORS = /[/>|]/;
const DOTTED_SEPARATORS = /[./>|]/;

/** Whether a name says nothing to a person: a long number, a hexadecimal one, or a UUID. */
export function isBareId(name: string): boolean {
  return /^(\d{5,}|[\da-f]{12,}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(name.trim());
}

/** Returns the levels of a category: `electronics`, `audio` of `electronics.audio`. */
export function levelsOf(category: string): string[] {
  const parts = category.split(DOTTED.test(category) ? DOTTED_SEPARATORS : SEPARATORS);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Returns a category up to its last level that is no bare id: `数码` of `数码/2053013`; null if there is none. */
export function readableCategory(category: string): string | null {
  const last = levelsOf(category).findLast((level) => !isBareId(level));
  return last === undefined ? null : category.slice(0, category.lastIndexOf(last) + last.length);
}

/** Returns the last level of a category in words: `water heater` of `appliances.water_heater`. */
export function lastLevel(category: string): string {
  const last = levelsOf(category).at(-1) ?? category;
  return DOTTED.test(category) ? last.replaceAll('_', ' ') : last;
}
