import {
  type DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBIntegerVector,
  DuckDBVarCharVector,
  type DuckDBVector,
} from '@duckdb/node-api';
import type { EventFacts } from '../../store/events/stored-events.ts';

const NUMBERS = [
  ...(['user', 'time', 'action', 'item', 'category', 'brand', 'price', 'amount', 'quantity', 'rating'] as const),
  ...(['discount', 'channel', 'campaign'] as const),
] as const;
const TEXTS = ['text', 'session', 'order_id', 'currency'] as const;

type NumberField = (typeof NUMBERS)[number];
type TextField = (typeof TEXTS)[number];
export type EventField = NumberField | TextField;

const isNumber = (field: EventField): field is NumberField => NUMBERS.some((one) => one === field);

/** Events column by column, sorted by user and time. Objects for each event would cost as much as writing them. */
export class EventBlock {
  /** Rows of users that are complete; those of the last one follow. */
  rows = 0;
  private readonly fields: readonly EventField[];
  /** A column for each field; NaN stands for NULL. Those that the file does not say stay empty. */
  private readonly numbers: Record<NumberField, Float64Array>;
  private readonly texts: Record<TextField, (string | null)[]>;
  private filled = 0;

  /** `fields` are the columns of the chunks, in their order. */
  constructor(fields: readonly EventField[]) {
    this.fields = fields;
    const none = new Float64Array(0);
    this.numbers = {
      ...{ user: none, time: none, action: none, item: none, category: none, brand: none, price: none },
      ...{ amount: none, quantity: none, rating: none, discount: none, channel: none, campaign: none },
    };
    this.texts = { text: [], session: [], order_id: [], currency: [] };
  }

  get users(): Float64Array {
    return this.numbers.user;
  }

  get times(): Float64Array {
    return this.numbers.time;
  }

  /** A field of all rows, good until more are appended. NaN stands for NULL. */
  column(field: EventField): Float64Array | readonly (string | null)[] {
    return isNumber(field) ? this.numbers[field] : this.texts[field];
  }

  number(field: NumberField, row: number): number | null {
    return orNull(this.numbers[field][row]);
  }

  text(field: TextField, row: number): string | null {
    return this.texts[field][row] ?? null;
  }

  facts(row: number): EventFacts {
    const number = (field: NumberField) => this.number(field, row);
    return {
      ...{ time: number('time') ?? 0, action: number('action') ?? 0, item: number('item') },
      ...{ category: number('category'), brand: number('brand'), price: number('price'), amount: number('amount') },
      ...{ quantity: number('quantity'), rating: number('rating'), discount: number('discount') },
      ...{ channel: number('channel'), campaign: number('campaign'), text: this.text('text', row) },
      ...{ order_id: this.text('order_id', row), currency: this.text('currency', row) },
      sessionName: this.text('session', row),
    };
  }

  append(chunk: DuckDBDataChunk): void {
    const at = this.filled;
    this.filled += chunk.rowCount;
    for (const [column, field] of this.fields.entries()) {
      const vector = chunk.getColumnVector(column);
      if (isNumber(field)) {
        this.numbers[field] = withRoom(this.numbers[field], this.filled);
        fillNumbers(this.numbers[field], at, vector, chunk.rowCount);
      } else fillTexts(this.texts[field], vector, chunk.rowCount);
    }
    const { users } = this;
    const last = users[this.filled - 1];
    this.rows = this.filled - 1;
    while (this.rows > 0 && users[this.rows - 1] === last) this.rows--;
  }

  /** Lets go of the complete users. */
  dropRows(): void {
    for (const field of this.fields) {
      if (isNumber(field)) this.numbers[field].copyWithin(0, this.rows, this.filled);
      else this.texts[field].splice(0, this.rows);
    }
    this.filled -= this.rows;
    this.rows = 0;
  }

  /** Says that nothing follows. */
  closeLastUser(): void {
    this.rows = this.filled;
  }
}

const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

function withRoom(column: Float64Array, rows: number): Float64Array {
  if (column.length >= rows) return column;
  const larger = new Float64Array(2 * rows);
  larger.set(column);
  return larger;
}

function fillNumbers(column: Float64Array, at: number, vector: DuckDBVector, rows: number): void {
  if (!(vector instanceof DuckDBIntegerVector || vector instanceof DuckDBDoubleVector))
    throw new Error('the column holds no numbers');
  for (let row = 0; row < rows; row++) column[at + row] = vector.getItem(row) ?? Number.NaN;
}

function fillTexts(column: (string | null)[], vector: DuckDBVector, rows: number): void {
  if (!(vector instanceof DuckDBVarCharVector)) throw new Error('the column holds no text');
  for (let row = 0; row < rows; row++) column.push(vector.getItem(row));
}
