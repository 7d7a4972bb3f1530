import type { Guess } from '../../../../shared/contract/examine.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import { sureness } from './field-names.ts';
import type { Inspection, Why } from './inspect.ts';
import { findPlaces, type Place, textAt } from './mapping-places.ts';
import { recogniseTimes } from './recognise-times.ts';

/** How sure a guess is before its cells are looked at. */
const SURE: Readonly<Record<Exclude<Why, 'name'>, number>> = {
  asked: 1,
  remembered: 1,
  preset: 1,
  filename: 0.85,
  cells: 0.6,
  default: 0.5,
};

const NUMBERS: readonly Field[] = ['price', 'amount', 'quantity', 'rating', 'discount'];

/**
 * What the mapping of a file says, field by field, how sure that is, in [0, 1], and what it rests on. Names count by how
 * plain they are, and are believed only as far as the cells of the head agree: times must be times, numbers numbers.
 * Throws MAPPING_UNKNOWN_COLUMN.
 */
export function guessesOf(inspection: Inspection): Guess[] {
  const { mapping, whys } = inspection;
  const places = findPlaces(inspection);
  const guesses = fields.flatMap((field): Guess[] => {
    const source = mapping[field];
    if (source === undefined) return [];
    const why = whys.get(field) ?? 'default';
    const sure = why === 'name' ? sureness(field, source) : SURE[why];
    const agreed = why === 'asked' ? 1 : agreement(field, places.fields.get(field) ?? [], inspection.rows);
    return [{ field, source, confidence: Math.round(100 * sure * agreed) / 100, why }];
  });
  if (mapping.attributes) {
    const why = whys.get('attributes') ?? 'default';
    guesses.push({ field: 'attributes', source: mapping.attributes.join('|'), confidence: sureOf(why), why });
  }
  return guesses;
}

const sureOf = (why: Why) => (why === 'name' ? 0.8 : SURE[why]);

/** Share of the filled cells that are what the field needs; 1 where it needs nothing, or nothing is filled. */
function agreement(field: Field, places: readonly Place[], rows: Inspection['rows']): number {
  if (field !== 'time' && !NUMBERS.includes(field)) return 1;
  const cells = rows.map((row) => textAt(places, row)).filter((text) => text !== '');
  if (cells.length === 0) return 1;
  if (field === 'time') return recogniseTimes(cells, true).share;
  return cells.filter((cell) => /\d/.test(cell) && /^[-+\s\d.,eE$€£¥￥元]*$/u.test(cell)).length / cells.length;
}
