import type { OpenedTable } from '../open/opened-table.ts';
import { type Inspection, inspect } from './inspect.ts';
import type { TableStart } from './table-start.ts';

/** An opened table with its inspection. */
export interface InspectedTable {
  readonly opened: OpenedTable;
  /** Returns the inspection. Throws what `inspect` has thrown. */
  inspection(): Inspection;
}

/** Inspects an opened table; `start` is its start, if it has been read. */
export function inspectTable(opened: OpenedTable, start: TableStart | null = null): InspectedTable {
  try {
    const inspection = inspect(opened.request, opened, start);
    return { opened, inspection: () => inspection };
  } catch (error) {
    return {
      opened,
      inspection() {
        throw error;
      },
    };
  }
}
