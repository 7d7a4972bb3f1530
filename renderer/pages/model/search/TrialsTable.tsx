import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Search, Trial } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import type { search as english } from '../../../locales/en/model/search.ts';
import { settingName, useSettingText } from '../../../training/setting-text.ts';
import { useSearchJob } from './use-searches.ts';

type State = keyof typeof english.states;
const COLOURS: Record<State, string> = {
  best: 'teal',
  training: 'ink',
  running: 'ink',
  left: 'gray',
  stopped: 'gray',
  finished: 'gray',
  failed: 'red',
};

/** Trials of a search, best first: state, validation NDCG@10, settings, epochs and duration of each. */
export function TrialsTable({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useSettingText();
  const currentTrial = useSearchJob(search)?.progress?.figures?.trial;
  const settings = Object.keys(search.ranges);
  const stateOf = ({ trial, state }: Trial): State => {
    if (trial === search.best) return 'best';
    if (search.job === null) return state === 'running' ? 'left' : state;
    return trial === currentTrial ? 'training' : state;
  };
  const columns: Column<Trial>[] = [
    {
      key: 'trial',
      header: t('model.search.trial'),
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
      header: t('model.search.state'),
      cell: (trial) => {
        const state = stateOf(trial);
        return (
          <Badge variant="light" tt="none" color={COLOURS[state]} miw="max-content">
            {t(`model.search.states.${state}`)}
          </Badge>
        );
      },
      sort: stateOf,
    },
    {
      key: 'ndcg10',
      header: t('training.validationNdcg'),
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
      header: t('runs.duration'),
      cell: ({ seconds }) => (
        <Text inherit style={{ whiteSpace: 'nowrap' }}>
          {format.duration(seconds)}
        </Text>
      ),
      sort: ({ seconds }) => seconds,
      numeric: true,
    },
  ];
  return (
    <DataTable
      label={t('model.search.trials')}
      rows={search.trials}
      rowKey={({ trial }) => String(trial)}
      columns={columns}
      pageSize={20}
    />
  );
}
