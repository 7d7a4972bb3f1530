import type { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { kindOfContent } from './by-content.ts';
import { kindOfName } from './by-name.ts';

/** Values that are looked at: more would say no more. */
const MAX_VALUES = 1000;

/**
 * What makes a column look personal: first what it holds, then what it is called (in English or Chinese); null where neither
 * does. `values` are cells of the column as they stand in the file. An age, a city, or a birthday by itself is none of these;
 * a postcode counts as an address: with age and gender it singles most people out (Sweeney, "Simple demographics often
 * identify people uniquely", 2000).
 */
export function personalKind(name: string, values: readonly string[]): PersonalKind | null {
  const filled: string[] = [];
  for (const value of values) {
    const text = value.trim();
    if (text !== '') filled.push(text);
    if (filled.length === MAX_VALUES) break;
  }
  return kindOfContent(filled) ?? kindOfName(name, filled);
}
