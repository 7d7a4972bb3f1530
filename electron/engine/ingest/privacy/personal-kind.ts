import type { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { kindOfContent } from './by-content.ts';
import { kindOfName, wordsOf } from './by-name.ts';
import { hasPeople } from './by-people.ts';

/** Maximum number of values examined: more would not change the result. */
export const MAX_VALUES = 1000;

/**
 * Detects the kind of personal data in a column: first by its values, then by its name (in English or Chinese), then
 * names of people by both; null if nothing matches. `values` are cells of the column as in the file. An age, a city or a date of birth alone is not
 * personal; a postcode counts as an address, as with age and gender it identifies most people (Sweeney, "Simple
 * demographics often identify people uniquely", 2000).
 */
export function personalKind(name: string, values: readonly string[]): PersonalKind | null {
  const filled: string[] = [];
  for (const value of values) {
    const text = withoutSpreadsheetSigns(value.trim());
    if (text !== '') filled.push(text);
    if (filled.length === MAX_VALUES) break;
  }
  return kindOfContent(filled) ?? kindOfName(name, filled) ?? (hasPeople(wordsOf(name), filled) ? 'name' : null);
}

/** Removes the text mark of spreadsheets from a number: `'+49…`, `="+49…"`. */
const withoutSpreadsheetSigns = (text: string) => text.replace(/^(?:='?"?|['’‘`])(?=[^\s])(.*?)"?$/, '$1');
