import { plainCell } from './plain-cell.ts';
import { readNumber } from './read-number.ts';
import { recogniseTimes } from './times/recognise-times.ts';

/** Number of cells examined per column. */
const CELLS_READ = 500;

/** Statistics of the cells of a column at the start of a file. Shares are of the non-empty cells, in [0, 1]. */
export interface ColumnCells {
  readonly name: string;
  /** Non-empty cells, at most 500. */
  readonly values: readonly string[];
  /** Number of distinct values among them. */
  readonly distinct: number;
  readonly times: number;
  readonly numbers: number;
}

/** Returns the statistics of each column's cells. */
export function cellsOfColumns(columns: readonly string[], rows: readonly (readonly string[])[]): ColumnCells[] {
  return columns.map((name, c) => {
    const values: string[] = [];
    for (const row of rows) {
      const text = plainCell(row[c] ?? '');
      if (text !== '') values.push(text);
      if (values.length === CELLS_READ) break;
    }
    const times = once(() => recogniseTimes(values, true).share);
    const numbers = once(() => shareOf(values, (value) => readNumber(value) !== null));
    return {
      ...{ name, values, distinct: new Set(values).size },
      get times() {
        return times();
      },
      get numbers() {
        return numbers();
      },
    };
  });
}

const shareOf = (values: readonly string[], test: (value: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

/** Returns a function that computes a number when it is first called. */
function once(compute: () => number): () => number {
  let result: number | null = null;
  return () => {
    result ??= compute();
    return result;
  };
}
