import { Anchor, Group, Select, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PredictionSummary } from '../../../shared/contract/prediction.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { type TableColumn, TableView } from '../../components/TableView.tsx';
import { useCall } from '../../engine/use-call.ts';
import { formatMetric } from '../../predictions/metric-text.ts';
import { topClasses } from './top-classes.ts';

const PAGE_SIZE = 10;
/** Number of classes up to which each has its own column; beyond it, only the most likely ones are listed. */
const MAX_CLASS_COLUMNS = 6;

interface ScoresTableProps {
  run: string;
  kind: PredictionSummary['kind'];
  classes: readonly string[];
}

/** Users with their predicted scores, highest first by default, each with a link to the user's page. */
export function ScoresTable({ run, kind, classes }: ScoresTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [classIndex, setClassIndex] = useState(kind === 'number' || classes.length !== 2 ? 0 : 1);
  const [order, setOrder] = useState({ key: 'score', descending: true });
  const [page, setPage] = useState(1);
  const [searchText, setSearchText] = useState('');
  const [search] = useDebouncedValue(searchText, 250);
  const { data, error } = useCall(
    'prediction.scores',
    {
      run,
      search,
      order: order.key === 'user' ? 'user' : classIndex,
      descending: order.descending,
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    },
    { keepPrevious: true },
  );
  const value = (row: number, at: number) => data?.values[row * classes.length + at] ?? Number.NaN;
  const formatScore = (number: number) => (kind === 'number' ? formatMetric(format, number) : format.percent(number));
  const scoreColumn: TableColumn<number> = {
    key: 'score',
    header: kind === 'number' ? t('predictions.axes.guess') : (classes[classIndex] ?? ''),
    cell: (row) => formatScore(value(row, classIndex)),
    sortable: true,
    numeric: true,
  };
  const otherColumns =
    classes.length <= MAX_CLASS_COLUMNS
      ? classes.flatMap((name, at): TableColumn<number>[] =>
          at === classIndex
            ? []
            : [
                {
                  key: `class${at}`,
                  header: name,
                  cell: (row) => formatScore(value(row, at)),
                  sortable: false,
                  numeric: true,
                },
              ],
        )
      : [
          {
            key: 'best',
            header: t('predictions.likeliest'),
            cell: (row: number) =>
              topClasses(classes, (at) => value(row, at))
                .map((top) => `${top.name} ${formatScore(top.value)}`)
                .join(' · '),
            sortable: false,
          },
        ];
  const userColumn: TableColumn<number> = {
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
    <Stack gap="xs" component="section" aria-label={t('predictions.scores')}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2}>{t('predictions.scores')}</Title>
          <Text size="sm" c="dimmed">
            {t(`predictions.scoresHelp.${kind}`)}
          </Text>
        </div>
        <Group gap="sm">
          {classes.length > 1 && (
            <Select
              size="xs"
              w={220}
              aria-label={t('predictions.class')}
              data={classes.map((name, at) => ({ value: String(at), label: name }))}
              value={String(classIndex)}
              onChange={(at) => {
                setClassIndex(Number(at));
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
            aria-label={t('terms.searchUsers')}
            placeholder={t('terms.searchUsers')}
            leftSection={<IconSearch size={15} aria-hidden />}
            value={searchText}
            maxLength={200}
            onChange={(event) => {
              setSearchText(event.currentTarget.value);
              setPage(1);
            }}
          />
        </Group>
      </Group>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : data ? (
        <TableView
          label={t('predictions.scores')}
          columns={[userColumn, scoreColumn, ...otherColumns]}
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
          onRowClick={(row) => navigate('users', data.users[row] ?? '')}
        />
      ) : (
        <Skeleton height={420} />
      )}
    </Stack>
  );
}
