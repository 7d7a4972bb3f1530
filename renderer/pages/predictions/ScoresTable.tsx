import { Anchor, Group, Select, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../shared/contract/finetune.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { go } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { type TableColumn, TableView } from '../../components/TableView.tsx';
import { useCall } from '../../engine/use-call.ts';
import { metricNumber } from './metric-text.ts';
import { bestClasses } from './top-classes.ts';

const PAGE_SIZE = 10;
/** Columns that fit; of more classes the likeliest are named. */
const MOST_COLUMNS = 6;

interface ScoresTableProps {
  run: string;
  kind: HeadSummary['kind'];
  classes: readonly string[];
}

/** Everyone with what is said of them, those with the highest score first, each with the way to their portrait. */
export function ScoresTable({ run, kind, classes }: ScoresTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [by, setBy] = useState(kind === 'number' || classes.length !== 2 ? 0 : 1);
  const [order, setOrder] = useState({ key: 'score', descending: true });
  const [page, setPage] = useState(1);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const { data, error } = useCall(
    'finetune.scores',
    {
      run,
      search,
      order: order.key === 'user' ? 'user' : by,
      descending: order.descending,
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    },
    { keep: true },
  );
  const value = (row: number, at: number) => data?.values[row * classes.length + at] ?? Number.NaN;
  const write = (number: number) => (kind === 'number' ? metricNumber(format, number) : format.percent(number));
  const score: TableColumn<number> = {
    key: 'score',
    header: kind === 'number' ? t('head.axes.guess') : (classes[by] ?? ''),
    cell: (row) => write(value(row, by)),
    sortable: true,
    numeric: true,
  };
  const others =
    classes.length <= MOST_COLUMNS
      ? classes.flatMap((name, at): TableColumn<number>[] =>
          at === by
            ? []
            : [
                {
                  key: `class${at}`,
                  header: name,
                  cell: (row) => write(value(row, at)),
                  sortable: false,
                  numeric: true,
                },
              ],
        )
      : [
          {
            key: 'best',
            header: t('head.likeliest'),
            cell: (row: number) =>
              bestClasses(classes, (at) => value(row, at))
                .map((best) => `${best.name} ${write(best.value)}`)
                .join(' · '),
            sortable: false,
          },
        ];
  const user: TableColumn<number> = {
    key: 'user',
    header: t('terms.user'),
    cell: (row) => (
      <Anchor size="sm" fw={500} href={hashOf('users', data?.users[row])} onClick={(event) => event.stopPropagation()}>
        {data?.users[row]}
      </Anchor>
    ),
    sortable: true,
  };
  return (
    <Stack gap="xs" component="section" aria-label={t('head.scores')}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2}>{t('head.scores')}</Title>
          <Text size="sm" c="dimmed">
            {t(`head.scoresHelp.${kind}`)}
          </Text>
        </div>
        <Group gap="sm">
          {classes.length > 1 && (
            <Select
              size="xs"
              w={220}
              aria-label={t('head.class')}
              data={classes.map((name, at) => ({ value: String(at), label: name }))}
              value={String(by)}
              onChange={(at) => {
                setBy(Number(at));
                setOrder({ key: 'score', descending: true });
                setPage(1);
              }}
              allowDeselect={false}
              searchable
            />
          )}
          <TextInput
            size="xs"
            w={220}
            aria-label={t('users.search')}
            placeholder={t('users.search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            value={typed}
            maxLength={200}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setPage(1);
            }}
          />
        </Group>
      </Group>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : data ? (
        <TableView
          label={t('head.scores')}
          columns={[user, score, ...others]}
          rows={Array.from(data.users.keys())}
          rowKey={(row) => data.users[row] ?? ''}
          order={order}
          onOrder={(next) => {
            setOrder(next);
            setPage(1);
          }}
          page={page}
          pageSize={PAGE_SIZE}
          total={data.total}
          onPage={setPage}
          onRowClick={(row) => go('users', data.users[row] ?? '')}
        />
      ) : (
        <Skeleton height={420} />
      )}
    </Stack>
  );
}
