import { Group, Pagination, Paper, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import type { CsvValue } from './csv-file.ts';
import classes from './DataTable.module.css';
import { ExportMenu } from './ExportMenu.tsx';
import type { Order } from './sorted.ts';

export interface TableColumn<Row> {
  key: string;
  header: string;
  /** Content of the header cell in place of the text. */
  heading?: ReactNode;
  cell: (row: Row) => ReactNode;
  sortable: boolean;
  /** Whether the column contains figures, which are right-aligned. */
  numeric?: boolean;
  width?: number | string;
  /** Value in an exported table; by default the text of the cell. */
  exported?: (row: Row) => CsvValue;
}

export interface TableViewProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly TableColumn<Row>[];
  /** Rows of the current page. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  order: Order | null;
  onOrder: (order: Order) => void;
  /** The current page, from 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  /** Maximum height in pixels, beyond which the rows scroll under the header. */
  maxHeight?: number | undefined;
  onRowClick?: ((row: Row) => void) | undefined;
  selected?: string | null | undefined;
  /** Whether the rows are those of an earlier order, page or search, while the new ones are loading. */
  busy?: boolean | undefined;
  /** Whether to use low rows and no frame, for a table within a panel. */
  compact?: boolean;
  /** Creates a CSV file of the whole table. */
  csv?: (() => Blob | Promise<Blob>) | undefined;
}

/** One page of a table, with sortable headers and pagination; the parent does the sorting and paginating. */
export function TableView<Row>(props: TableViewProps<Row>) {
  const { label, columns, rows, rowKey, order, onOrder, total, pageSize, maxHeight, onRowClick, selected, busy, csv } =
    props;
  const { compact = false } = props;
  return (
    <Paper
      withBorder={!compact}
      className={classes.frame}
      data-busy={busy || undefined}
      data-exportable={csv !== undefined || undefined}
      data-compact={compact || undefined}
    >
      {csv && <ExportMenu label={label} files={{ csv }} className={classes.export} />}
      <Table.ScrollContainer
        scrollAreaProps={{ offsetScrollbars: false }}
        minWidth={Math.max(400, 100 * columns.length)}
        {...(maxHeight === undefined ? {} : { maxHeight })}
      >
        <Table
          stickyHeader
          highlightOnHover={onRowClick !== undefined}
          verticalSpacing={compact ? 4 : 8}
          aria-label={label}
          aria-busy={busy}
        >
          <Table.Thead className={classes.head}>
            <Table.Tr>
              {columns.map((column) => (
                <Heading key={column.key} column={column} order={order} onOrder={onOrder} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
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
      {total > pageSize && <Pages {...props} />}
    </Paper>
  );
}

type PagesProps = Pick<TableViewProps<never>, 'page' | 'pageSize' | 'total' | 'onPage' | 'compact'>;

function Pages({ page, pageSize, total, onPage, compact }: PagesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group justify="space-between" px="sm" py={compact ? 6 : 'sm'}>
      <Text size="sm" c="dimmed">
        {t('terms.rowsOf', {
          from: format.number((page - 1) * pageSize + 1),
          to: format.number(Math.min(page * pageSize, total)),
          total: format.number(total),
        })}
      </Text>
      <Pagination
        size={compact ? 'xs' : 'sm'}
        total={Math.ceil(total / pageSize)}
        value={page}
        onChange={onPage}
        getControlProps={(control) => ({ 'aria-label': t(`terms.pages.${control}`) })}
        getItemProps={(item) => ({ 'aria-label': t('terms.pageNumber', { page: item }) })}
      />
    </Group>
  );
}

interface HeadingProps<Row> {
  column: TableColumn<Row>;
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
      {column.sortable ? (
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
        <Group justify={side}>{column.heading ?? column.header}</Group>
      )}
    </Table.Th>
  );
}
