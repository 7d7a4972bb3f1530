import type { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { kindOfContent } from './by-content.ts';
import { kindOfName } from './by-name.ts';

/** Maximum number of values examined: more would not change the result. */
const MAX_VALUES = 1000;

/**
 * Detects the kind of personal data in a column: first by its values, then by its name (in English or Chinese); null if
 * neither matches. `values` are cells of the column as in the file. An age, a city or a date of birth alone is not
 * personal; a postcode counts as an address, as with age and gender it identifies most people (Sweeney, "Simple
 * demographics often identify people uniquely", 2000).
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
