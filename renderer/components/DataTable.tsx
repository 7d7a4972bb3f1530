import { useState } from 'react';
import { type Order, sorted } from './sorted.ts';
import { type TableColumn, TableView } from './TableView.tsx';

export interface Column<Row> extends Omit<TableColumn<Row>, 'sortable'> {
  /** Value to sort a row by; the column is not sortable without it. */
  sort?: (row: Row) => number | string;
}

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  pageSize?: number;
  /** Maximum height in pixels, beyond which the rows scroll under the header. */
  maxHeight?: number;
  initialOrder?: Order;
  onRowClick?: (row: Row) => void;
  selected?: string | null;
}

/** A table with all its rows in memory; it sorts and paginates them itself. */
export function DataTable<Row>({ columns, rows, pageSize = 50, initialOrder, ...rest }: DataTableProps<Row>) {
  const [order, setOrder] = useState<Order | null>(initialOrder ?? null);
  const [page, setPage] = useState(1);
  const currentPage = Math.min(page, Math.max(1, Math.ceil(rows.length / pageSize)));
  const sortValue = columns.find((column) => column.key === order?.key)?.sort;
  const sortedRows = order && sortValue ? sorted(rows, sortValue, order.descending) : rows;
  return (
    <TableView
      {...rest}
      columns={columns.map((column) => ({ ...column, sortable: column.sort !== undefined }))}
      csv={rows.length > 0 ? async () => (await import('./table-csv.ts')).tableCsv(columns, sortedRows) : undefined}
      rows={sortedRows.slice((currentPage - 1) * pageSize, currentPage * pageSize)}
      order={order}
      onOrder={setOrder}
      page={currentPage}
      pageSize={pageSize}
      total={rows.length}
      onPage={setPage}
    />
  );
}
