import { type DuckDBDataChunk, DuckDBDoubleVector, DuckDBVarCharVector, type DuckDBVector } from '@duckdb/node-api';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { recordOf } from '../../../../shared/domain/record-of.ts';
import {
  type EventField,
  eventFields,
  isNumberField,
  isTextField,
  type NumberField,
  type TextField,
} from '../../store/events/event-fields.ts';
import type { EventFacts } from '../../store/events/stored-events.ts';

const TEXTS = eventFields.filter(isTextField);
const NUMBERS = eventFields.filter(isNumberField);
const MAPPED_TEXTS = fieldsWith({ event: 'mapped', stored: 'text' });
const MAPPED_NUMBERS = [
  ...fieldsWith({ event: 'mapped', stored: 'id' }),
  ...fieldsWith({ event: 'mapped', stored: 'number' }),
  ...fieldsWith({ event: 'mapped', stored: 'hash' }),
];

/** Events stored by column, sorted by user and time. One object per event would cost as much as writing the events. */
export class EventBlock {
  /** Number of rows of complete users; the rows of the last user follow and may continue in the next chunk. */
  rows = 0;
  /** Hash of each row's other columns (see `row-hash.ts`); null if the file has none. */
  otherColumns: Float64Array | null;
  private readonly fields: readonly EventField[];
  /** One column per field; NULL is stored as NaN. Fields that the file lacks stay empty. */
  private readonly numbers: Record<NumberField, Float64Array>;
  private readonly texts: Record<TextField, (string | null)[]>;
  private filledRows = 0;

  /** `fields` are the columns of the chunks, in order, followed by the hash of the other columns if there is one. */
  constructor(fields: readonly EventField[], hasOtherColumns: boolean) {
    this.fields = fields;
    const empty = new Float64Array(0);
    this.otherColumns = hasOtherColumns ? empty : null;
    this.numbers = recordOf(NUMBERS, () => empty);
    this.texts = recordOf(TEXTS, () => []);
  }

  get users(): Float64Array {
    return this.numbers.user;
  }

  get times(): Float64Array {
    return this.numbers.time;
  }

  /** Returns a field of all rows, valid until more are appended. NULL is NaN. */
  column(field: EventField): Float64Array | readonly (string | null)[] {
    return isNumberField(field) ? this.numbers[field] : this.texts[field];
  }

  number(field: NumberField, row: number): number | null {
    return orNull(this.numbers[field][row]);
  }

  text(field: TextField, row: number): string | null {
    return this.texts[field][row] ?? null;
  }

  facts(row: number): EventFacts {
    return {
      ...recordOf(MAPPED_NUMBERS, (field) => this.number(field, row)),
      ...recordOf(MAPPED_TEXTS, (field) => this.text(field, row)),
      time: this.number('time', row) ?? 0,
      action: this.number('action', row) ?? 0,
      sessionName: this.text('session', row),
    };
  }

  append(chunk: DuckDBDataChunk): void {
    const at = this.filledRows;
    this.filledRows += chunk.rowCount;
    for (const [column, field] of this.fields.entries()) {
      const vector = chunk.getColumnVector(column);
      if (isNumberField(field)) {
        this.numbers[field] = withCapacity(this.numbers[field], this.filledRows);
        fillNumbers(this.numbers[field], at, vector, chunk.rowCount);
      } else fillTexts(this.texts[field], vector, chunk.rowCount);
    }
    if (this.otherColumns) {
      this.otherColumns = withCapacity(this.otherColumns, this.filledRows);
      fillNumbers(this.otherColumns, at, chunk.getColumnVector(this.fields.length), chunk.rowCount);
    }
    const { users } = this;
    const last = users[this.filledRows - 1];
    this.rows = this.filledRows - 1;
    while (this.rows > 0 && users[this.rows - 1] === last) this.rows--;
  }

  /** Removes the rows of the complete users. */
  dropRows(): void {
    for (const field of this.fields) {
      if (isNumberField(field)) this.numbers[field].copyWithin(0, this.rows, this.filledRows);
      else this.texts[field].splice(0, this.rows);
    }
    this.otherColumns?.copyWithin(0, this.rows, this.filledRows);
    this.filledRows -= this.rows;
    this.rows = 0;
  }

  /** Marks the last user as complete: no more chunks follow. */
  closeLastUser(): void {
    this.rows = this.filledRows;
  }
}

const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

function withCapacity(column: Float64Array, rows: number): Float64Array {
  if (column.length >= rows) return column;
  const larger = new Float64Array(2 * rows);
  larger.set(column);
  return larger;
}

function fillNumbers(column: Float64Array, at: number, vector: DuckDBVector, rows: number): void {
  if (!(vector instanceof DuckDBDoubleVector)) throw new Error('the column holds no numbers');
  for (let row = 0; row < rows; row++) column[at + row] = vector.getItem(row) ?? Number.NaN;
}

function fillTexts(column: (string | null)[], vector: DuckDBVector, rows: number): void {
  if (!(vector instanceof DuckDBVarCharVector)) throw new Error('the column holds no text');
  for (let row = 0; row < rows; row++) column.push(vector.getItem(row));
}
