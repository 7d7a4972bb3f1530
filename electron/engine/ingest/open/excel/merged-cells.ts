import { columnOf } from './read-sheet.ts';

/** Maximum number of merged ranges per sheet that are filled. */
const MAX_MERGED = 200_000;

/** A merged range over several rows of a sheet; rows and columns are numbered from 1. */
interface MergedRange {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The merged ranges of a sheet. The file stores the value in the first row of a range only. */
export class MergedCells {
  private readonly byFirstRow = new Map<number, MergedRange[]>();
  private open: (MergedRange & { readonly value: string })[] = [];
  private ranges = 0;

  /** Whether there is no range over several rows. */
  get isEmpty(): boolean {
    return this.ranges === 0;
  }

  /** Adds a range such as `A2:A3`; ignores a range within a single row. */
  add(range: string): void {
    const [first = '', last = ''] = range.split(':');
    const column = columnOf(first);
    const [firstRow, lastRow] = [first, last].map((cell) => Number(cell.replace(/^[A-Z]+/, '')));
    if (column === null || !firstRow || !lastRow || lastRow <= firstRow || this.ranges >= MAX_MERGED) return;
    this.ranges++;
    this.byFirstRow.set(firstRow, [...(this.byFirstRow.get(firstRow) ?? []), { column, firstRow, lastRow }]);
  }

  /** Returns the cells of a row, with merged cells filled from the rows above. Rows must be passed in order. */
  fill(row: number, cells: readonly string[]): readonly string[] {
    this.open = this.open.filter(({ lastRow }) => lastRow >= row);
    const filled = [...cells];
    for (const { column, value } of this.open) {
      while (filled.length < column) filled.push('');
      if (filled[column - 1] === '') filled[column - 1] = value;
    }
    for (const range of this.byFirstRow.get(row) ?? [])
      this.open.push({ ...range, value: cells[range.column - 1] ?? '' });
    return filled;
  }

  /** Restarts at the first row. */
  restart(): void {
    this.open = [];
  }
}
