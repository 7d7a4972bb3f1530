import type { NumberedRow } from './rows-table.ts';

/** Maximum number of characters of a table that is held in memory. */
const MAX_CHARACTERS = 100_000_000;

/** Collects the rows of a table; a cell that spans rows has its value in each of them. */
export class SpannedRows {
  readonly rows: NumberedRow[] = [];
  private cells: string[] = [];
  private characters = 0;
  private open: { readonly column: number; readonly text: string; rows: number }[] = [];

  /** Whether the table is too large for memory; further rows are not collected. */
  get isFull(): boolean {
    return this.characters > MAX_CHARACTERS;
  }

  /** Adds a cell to the current row, in the next column that no cell of a row above spans. */
  add(text: string, { columns = 1, rows = 1 }: { readonly columns?: number; readonly rows?: number } = {}): void {
    this.fillSpanned();
    if (rows > 1) this.open.push({ column: this.cells.length, text, rows });
    this.cells.push(text);
    for (let column = 1; column < columns && this.cells.length < 16_384; column++) this.cells.push('');
  }

  /** Moves to a column, numbered from 0. */
  moveTo(column: number): void {
    while (this.cells.length < Math.min(column, 16_384)) this.cells.push('');
  }

  /** Ends the row; `number` is its number in the original. */
  endRow(number: number): void {
    this.fillSpanned();
    for (const { column, text } of this.open) {
      this.moveTo(column + 1);
      if (this.cells[column] === '') this.cells[column] = text;
    }
    for (const span of this.open) span.rows--;
    this.open = this.open.filter(({ rows }) => rows > 0);
    let length = this.cells.length;
    while (length > 0 && this.cells[length - 1] === '') length--;
    const cells = this.cells.slice(0, length);
    this.cells = [];
    if (length === 0 || this.isFull) return;
    this.characters += cells.reduce((sum, cell) => sum + cell.length + 16, 0);
    this.rows.push({ number, cells });
  }

  private fillSpanned(): void {
    for (;;) {
      const span = this.open.find(({ column }) => column === this.cells.length);
      if (!span) return;
      this.cells.push(span.text);
    }
  }
}
