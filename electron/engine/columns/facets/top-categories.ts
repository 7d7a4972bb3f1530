import { CATEGORY_SEPARATORS } from '../../store/names/name-lookup.ts';

/** Returns the top level of a category: `数码` of `数码/手机`. */
export function topCategory(name: string): string {
  const ends = CATEGORY_SEPARATORS.map((separator) => name.indexOf(separator)).filter((at) => at > 0);
  return ends.length === 0 ? name : name.slice(0, Math.min(...ends));
}

/**
 * Top levels of the categories. For each category id: 1 + the index of its top level; 0 if there is no such category.
 */
export interface TopCategories {
  readonly names: readonly string[];
  readonly valueByCode: Int32Array;
}

export function topCategories(categories: ReadonlyMap<number, string>, maxId: number): TopCategories {
  const indexOf = new Map<string, number>();
  const valueByCode = new Int32Array(maxId + 1);
  for (const [id, name] of categories) {
    const topLevel = topCategory(name);
    const index = indexOf.get(topLevel) ?? indexOf.size;
    indexOf.set(topLevel, index);
    valueByCode[id] = index + 1;
  }
  return { names: [...indexOf.keys()], valueByCode };
}
