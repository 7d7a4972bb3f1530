import { Badge, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Search, Trial } from '../../../../shared/contract/runs.ts';
import type { Format } from '../../../base/format.ts';
import type { Column } from '../../../components/DataTable.tsx';
import { type SettingText, settingName } from '../../../training/setting-text.ts';
import { type TrialState, trialState } from './trial-state.ts';

const COLOURS: Record<TrialState, string> = {
  best: 'teal',
  training: 'ink',
  running: 'ink',
  left: 'gray',
  stopped: 'gray',
  finished: 'gray',
  failed: 'red',
};

/** Returns the columns of the table of trials; `currentTrial` is the trial that the search's job is training. */
export function trialColumns(
  t: TFunction,
  format: Format,
  settingText: SettingText,
  search: Search,
  currentTrial: number | undefined,
): Column<Trial>[] {
  const stateOf = (trial: Trial) => trialState(search, trial, currentTrial);
  const duration = ({ seconds }: Trial) => (
    <Text inherit style={{ whiteSpace: 'nowrap' }}>
      {format.duration(seconds)}
    </Text>
  );
  const number = ({ trial }: Trial) => (
    <Text size="sm" fw={trial === search.best ? 600 : 400}>
      {format.number(trial)}
    </Text>
  );
  const ndcg = ({ ndcg10 }: Trial) => ndcg10 ?? Number.NaN;
  const numeric = true;
  return [
    { key: 'trial', header: t('model.search.trial'), cell: number, sort: ({ trial }) => trial, numeric },
    {
      key: 'state',
      header: t('model.search.state'),
      cell: (trial) => <StateBadge state={stateOf(trial)} />,
      sort: stateOf,
      exported: (trial) => t(`model.search.states.${stateOf(trial)}`),
    },
    {
      key: 'ndcg10',
      header: t('training.validationNdcg'),
      cell: (trial) => format.number(ndcg(trial), 4),
      sort: ndcg,
      numeric,
    },
    ...Object.keys(search.ranges).map((setting) => settingColumn(t, settingText, setting)),
    {
      key: 'epochs',
      header: t('training.fields.epochs'),
      cell: ({ epochs }) => format.number(epochs),
      sort: ({ epochs }) => epochs,
      numeric,
    },
    { key: 'seconds', header: t('runs.duration'), cell: duration, sort: ({ seconds }) => seconds, numeric },
  ];
}

function StateBadge({ state }: { state: TrialState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" tt="none" color={COLOURS[state]} miw="max-content">
      {t(`model.search.states.${state}`)}
    </Badge>
  );
}

function settingColumn(t: TFunction, settingText: SettingText, setting: string): Column<Trial> {
  return {
    key: setting,
    header: settingName(t, setting),
    cell: ({ settings }) => settingText(setting, settings[setting] ?? null),
    sort: ({ settings }) => {
      const value = settings[setting];
      return typeof value === 'number' ? value : String(value);
    },
    numeric: true,
  };
}
