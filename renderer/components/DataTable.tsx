import { Group, Pagination, Paper, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import classes from './DataTable.module.css';
import { type Order, sorted } from './sorted.ts';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What a row is sorted by; without it the column cannot be sorted. */
  sort?: (row: Row) => number | string;
  /** Figures stand at the right, in digits of one width. */
  numeric?: boolean;
  width?: number | string;
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

/** A table that can be sorted and leafed through. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, pageSize = 50, maxHeight, initialOrder, onRowClick, selected } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [order, setOrder] = useState<Order | null>(initialOrder ?? null);
  const [page, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(rows.length / pageSize));
  const shown = Math.min(page, pageCount);
  const by = columns.find((column) => column.key === order?.key)?.sort;
  const ordered = order && by ? sorted(rows, by, order.descending) : rows;
  const visible = ordered.slice((shown - 1) * pageSize, shown * pageSize);

  return (
    <Paper withBorder className={classes.frame}>
      <Table.ScrollContainer minWidth={400} {...(maxHeight === undefined ? {} : { maxHeight })}>
        <Table stickyHeader highlightOnHover={onRowClick !== undefined} verticalSpacing={8} aria-label={label}>
          <Table.Thead className={classes.head}>
            <Table.Tr>
              {columns.map((column) => (
                <Heading key={column.key} column={column} order={order} onOrder={setOrder} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {visible.map((row) => (
              <Table.Tr
                key={rowKey(row)}
                onClick={onRowClick && (() => onRowClick(row))}
                className={onRowClick ? classes.clickable : undefined}
                data-selected={rowKey(row) === selected || undefined}
              >
                {columns.map((column) => (
                  <Table.Td key={column.key} ta={column.numeric ? 'right' : 'left'}>
                    {column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {pageCount > 1 && (
        <Group justify="space-between" p="sm">
          <Text size="sm" c="dimmed">
            {t('app.rowsOf', {
              from: format.number((shown - 1) * pageSize + 1),
              to: format.number(Math.min(shown * pageSize, rows.length)),
              total: format.number(rows.length),
            })}
          </Text>
          <Pagination
            size="sm"
            total={pageCount}
            value={shown}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': t(`app.pages.${control}`) })}
            getItemProps={(item) => ({ 'aria-label': t('app.pageNumber', { page: item }) })}
          />
        </Group>
      )}
    </Paper>
  );
}

interface HeadingProps<Row> {
  column: Column<Row>;
  order: Order | null;
  onOrder: (order: Order) => void;
}

function Heading<Row>({ column, order, onOrder }: HeadingProps<Row>) {
  const active = order?.key === column.key;
  const direction = order?.descending ? 'descending' : 'ascending';
  const Icon = !active ? IconArrowsSort : order.descending ? IconArrowDown : IconArrowUp;
  const side = column.numeric ? 'flex-end' : 'flex-start';
  return (
    <Table.Th w={column.width} aria-sort={active ? direction : undefined}>
      {column.sort ? (
        <UnstyledButton
          w="100%"
          fz="inherit"
          fw="inherit"
          onClick={() => onOrder({ key: column.key, descending: active ? !order.descending : column.numeric === true })}
        >
          <Group gap={4} justify={side} wrap="nowrap">
            {column.header}
            <Icon size={14} stroke={1.6} opacity={active ? 1 : 0.4} aria-hidden />
          </Group>
        </UnstyledButton>
      ) : (
        <Group justify={side}>{column.header}</Group>
      )}
    </Table.Th>
  );
}
