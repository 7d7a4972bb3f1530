import { useState } from 'react';
import { type Order, sorted } from './sorted.ts';
import { type TableColumn, TableView } from './TableView.tsx';

export interface Column<Row> extends Omit<TableColumn<Row>, 'sortable'> {
  /** What a row is sorted by; without it the column cannot be sorted. */
  sort?: (row: Row) => number | string;
}

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  pageSize?: number;
  /** The greatest height in pixels before it scrolls under its header. */
  maxHeight?: number;
  initialOrder?: Order;
  onRowClick?: (row: Row) => void;
  selected?: string | null;
}

/** A table of rows that are all here: it sorts and leafs through them itself. */
export function DataTable<Row>({ columns, rows, pageSize = 50, initialOrder, ...rest }: DataTableProps<Row>) {
  const [order, setOrder] = useState<Order | null>(initialOrder ?? null);
  const [page, setPage] = useState(1);
  const shown = Math.min(page, Math.max(1, Math.ceil(rows.length / pageSize)));
  const by = columns.find((column) => column.key === order?.key)?.sort;
  const ordered = order && by ? sorted(rows, by, order.descending) : rows;
  return (
    <TableView
      {...rest}
      columns={columns.map((column) => ({ ...column, sortable: column.sort !== undefined }))}
      rows={ordered.slice((shown - 1) * pageSize, shown * pageSize)}
      order={order}
      onOrder={setOrder}
      page={shown}
      pageSize={pageSize}
      total={rows.length}
      onPage={setPage}
    />
  );
}
