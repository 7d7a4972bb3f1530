import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PredictionSummary } from '../../../shared/contract/prediction.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { UsersTable } from '../../components/UsersTable.tsx';
import { usePagedOrder } from '../../components/use-paged-order.ts';
import { call, useCall } from '../../engine/use-call.ts';
import { formatMetric } from '../../predictions/metric-text.ts';
import { ScoreFilters } from './ScoreFilters.tsx';
import { scoreColumns } from './score-columns.ts';

const PAGE_SIZE = 10;
const HIGHEST_FIRST = { key: 'score', descending: true };

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
  const { table, rows } = usePagedOrder(HIGHEST_FIRST, PAGE_SIZE);
  const [searchText, setSearchText] = useState('');
  const [search] = useDebouncedValue(searchText, 250);
  const order = table.order.key === 'user' ? ('user' as const) : classIndex;
  const input = { run, search, order };
  const { data, error, isPlaceholderData } = useCall(
    'prediction.scores',
    { ...input, ...rows },
    { keepPrevious: true },
  );
  const columnsOf = (values: Float32Array) =>
    scoreColumns(t, {
      classes,
      classIndex,
      header: kind === 'number' ? t('predictions.axes.guess') : (classes[classIndex] ?? ''),
      value: (row, at) => values[row * classes.length + at] ?? Number.NaN,
      format: (score) => (kind === 'number' ? formatMetric(format, score) : format.percent(score)),
    });
  const load = async (offset: number, limit: number) => {
    const { descending } = table.order;
    const { users, values } = await call('prediction.scores', { ...input, descending, offset, limit });
    return { users, columns: columnsOf(values) };
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
        <ScoreFilters
          classes={classes}
          classIndex={classIndex}
          search={searchText}
          onClass={(at) => {
            setClassIndex(at);
            table.onOrder(HIGHEST_FIRST);
          }}
          onSearch={(text) => {
            setSearchText(text);
            table.onPage(1);
          }}
        />
      </Group>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : data ? (
        <UsersTable
          {...table}
          label={t('predictions.scores')}
          busy={isPlaceholderData || search !== searchText}
          users={data.users}
          columns={columnsOf(data.values)}
          load={load}
          total={data.total}
        />
      ) : (
        <Skeleton height={420} />
      )}
    </Stack>
  );
}
