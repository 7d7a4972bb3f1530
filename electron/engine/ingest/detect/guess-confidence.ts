import type { CellEvidence, Guess } from '../../../../shared/contract/examine.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import { nameConfidence } from './field-names.ts';
import type { Inspection, Reason } from './inspect.ts';
import { findPlaces, type Place, textAt } from './mapping-places.ts';
import { readNumber } from './read-number.ts';
import { recogniseTimes } from './times/recognise-times.ts';

/** Confidence of a guess before its cells are checked. */
const BASE_CONFIDENCE: Readonly<Record<Exclude<Reason, 'name'>, number>> = {
  asked: 1,
  remembered: 1,
  preset: 1,
  columns: 0.9,
  filename: 0.85,
  cells: 0.6,
  default: 0.5,
};

const NUMBERS: readonly Field[] = fieldsWith({ stored: 'number' });

/**
 * Returns the mapping of a file field by field, with a confidence in [0, 1] and its reason. A match by name is weighted
 * by the rank of the name, and multiplied by the share of cells in the file start that agree: times must be times,
 * numbers numbers. Throws MAPPING_UNKNOWN_COLUMN.
 */
export function guessesOf(inspection: Inspection): Guess[] {
  const { mapping, reasons } = inspection;
  const places = findPlaces(inspection);
  const guesses = fields.flatMap((field): Guess[] => {
    const source = mapping[field];
    if (source === undefined) return [];
    const why = reasons.get(field) ?? 'default';
    const initialConfidence = why === 'name' ? nameConfidence(field, source) : BASE_CONFIDENCE[why];
    const agreementShare = why === 'asked' ? 1 : agreement(field, places.fields.get(field) ?? [], inspection.rows);
    const confidence = Math.round(100 * initialConfidence * agreementShare) / 100;
    return [
      { field, source, confidence, why, cells: evidence(field, places.fields.get(field) ?? [], inspection.rows) },
    ];
  });
  if (mapping.attributes) {
    const why = reasons.get('attributes') ?? 'default';
    guesses.push({
      field: 'attributes',
      source: mapping.attributes.join('|'),
      confidence: baseConfidence(why),
      why,
      cells: null,
    });
  }
  return guesses;
}

const baseConfidence = (why: Reason) => (why === 'name' ? 0.8 : BASE_CONFIDENCE[why]);

/** Number of rows examined. */
const ROWS_READ = 1000;

/** Fields that identify something, whose cells differ between rows. */
const IDS: readonly Field[] = ['user', 'item', 'order_id', 'session', 'event_id', 'alias'];

/**
 * Returns the evidence for a guess from the cells at the start of a file: the share of times, of numbers, of distinct
 * values for ids, or of non-empty cells for other fields. Null for a constant.
 */
function evidence(field: Field, places: readonly Place[], rows: Inspection['rows']): CellEvidence | null {
  if (!places.some((place) => 'column' in place) || rows.length === 0) return null;
  const cells = rows.slice(0, ROWS_READ).map((row) => textAt(places, row));
  const filled = cells.filter((text) => text !== '');
  if (field === 'time') return { kind: 'times', share: rounded(recogniseTimes(filled, true).share) };
  if (NUMBERS.includes(field)) return { kind: 'numbers', share: rounded(numberShare(filled)) };
  if (IDS.includes(field) && filled.length > 0) {
    return { kind: 'different', share: rounded(new Set(filled).size / filled.length) };
  }
  return { kind: 'filled', share: rounded(filled.length / cells.length) };
}

const rounded = (share: number) => Math.round(1000 * share) / 1000;
const numberShare = (cells: readonly string[]) =>
  cells.filter((cell) => readNumber(cell) !== null).length / Math.max(cells.length, 1);

/**
 * Share of the non-empty cells that are valid for the field; 1 if the field has no required form or no cell is filled.
 */
function agreement(field: Field, places: readonly Place[], rows: Inspection['rows']): number {
  if (field !== 'time' && !NUMBERS.includes(field)) return 1;
  const cells = rows.map((row) => textAt(places, row)).filter((text) => text !== '');
  if (cells.length === 0) return 1;
  if (field === 'time') return recogniseTimes(cells, true).share;
  return numberShare(cells);
}
