import { useTranslation } from 'react-i18next';
import type { Search } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { useSettingText } from '../../../training/setting-text.ts';
import { trialColumns } from './trial-columns.tsx';
import { useSearchJob } from './use-searches.ts';

/** Trials of a search, best first: state, validation NDCG@10, settings, epochs and duration of each. */
export function TrialsTable({ search }: { search: Search }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settingText = useSettingText();
  const currentTrial = useSearchJob(search)?.progress?.figures?.trial;
  return (
    <DataTable
      label={t('model.search.trials')}
      rows={search.trials}
      rowKey={({ trial }) => String(trial)}
      columns={trialColumns(t, format, settingText, search, currentTrial)}
      pageSize={20}
    />
  );
}
