import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Search, Trial } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../app/format.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { settingName, useSettingText } from '../run/setting-text.ts';

const COLOURS: Record<Trial['state'], string> = { running: 'ink', stopped: 'gray', finished: 'teal', failed: 'red' };

/** What was tried, the best first: each trial's settings and how well it did. */
export function TrialsTable({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useSettingText();
  const settings = Object.keys(search.ranges);
  const columns: Column<Trial>[] = [
    {
      key: 'trial',
      header: t('search.trial'),
      cell: ({ trial }) => (
        <Text size="sm" fw={trial === search.best ? 600 : 400}>
          {format.number(trial)}
        </Text>
      ),
      sort: ({ trial }) => trial,
      numeric: true,
    },
    {
      key: 'state',
      header: t('search.state'),
      cell: ({ state, trial }) => (
        <Badge variant="light" tt="none" color={COLOURS[state]}>
          {t(trial === search.best ? 'search.states.best' : `search.states.${state}`)}
        </Badge>
      ),
      sort: ({ state }) => state,
    },
    {
      key: 'ndcg10',
      header: t('model.validationNdcg'),
      cell: ({ ndcg10 }) => format.number(ndcg10 ?? Number.NaN, 4),
      sort: ({ ndcg10 }) => ndcg10 ?? Number.NaN,
      numeric: true,
    },
    ...settings.map(
      (setting): Column<Trial> => ({
        key: setting,
        header: settingName(t, setting),
        cell: (trial) => text(setting, trial.settings[setting] ?? null),
        sort: (trial) => {
          const value = trial.settings[setting];
          return typeof value === 'number' ? value : String(value);
        },
        numeric: true,
      }),
    ),
    {
      key: 'epochs',
      header: t('training.fields.epochs'),
      cell: ({ epochs }) => format.number(epochs),
      sort: ({ epochs }) => epochs,
      numeric: true,
    },
    {
      key: 'seconds',
      header: t('model.duration'),
      cell: ({ seconds }) => format.duration(seconds),
      sort: ({ seconds }) => seconds,
      numeric: true,
    },
  ];
  return (
    <DataTable
      label={t('search.trials')}
      rows={search.trials}
      rowKey={({ trial }) => String(trial)}
      columns={columns}
      pageSize={20}
    />
  );
}
