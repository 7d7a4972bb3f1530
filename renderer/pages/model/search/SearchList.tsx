import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Search } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { navigate } from '../../../base/use-route.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { InterruptedJob } from '../../../training/InterruptedJob.tsx';
import { SEARCH_JOBS, useInterruptedJob } from '../../../training/use-interrupted-job.ts';
import { LiveSearch } from './LiveSearch.tsx';
import { TrialsTable } from './TrialsTable.tsx';
import { useSearches } from './use-searches.ts';

/** The running or interrupted search with its trials, and a table of all searches. */
export function SearchList() {
  const { t } = useTranslation();
  const { searches = [], job } = useSearches();
  const interrupted = useInterruptedJob(SEARCH_JOBS);
  const activeSearch = searches.find((search) => search.job !== null);
  if (searches.length === 0 && !job && !interrupted.job) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('model.search.list')}>
      <Title order={2}>{t('model.search.list')}</Title>
      {interrupted.job && <InterruptedJob job={interrupted.job} onDismiss={interrupted.dismiss} />}
      {job && <LiveSearch job={job} />}
      {activeSearch && activeSearch.trials.length > 0 && <TrialsTable search={activeSearch} />}
      {searches.length > 0 && <SearchesTable searches={searches} />}
    </Stack>
  );
}

function SearchesTable({ searches }: { searches: readonly Search[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = ({ job, ended, run }: Search) => {
    if (run !== null) return t('model.search.savedRunAs', { run });
    return t(
      ended ? 'model.search.savedRunDeleted' : job === null ? 'model.search.unfinished' : 'model.search.running',
    );
  };
  const best = ({ trials }: Search) => trials[0]?.ndcg10 ?? Number.NaN;
  return (
    <DataTable
      label={t('model.search.list')}
      rows={searches}
      rowKey={({ search }) => search}
      pageSize={5}
      onRowClick={({ search }) => navigate('models', null, { search })}
      columns={[
        {
          key: 'search',
          header: t('model.search.name'),
          cell: ({ search }) => (
            <Anchor
              size="sm"
              fw={500}
              href={hashOf('models', null, { search })}
              onClick={(event) => event.stopPropagation()}
            >
              {search}
            </Anchor>
          ),
        },
        { key: 'outcome', header: t('model.search.outcome'), cell: outcome },
        {
          key: 'trials',
          header: t('model.search.trials'),
          cell: ({ trials }) => format.number(trials.length),
          numeric: true,
        },
        {
          key: 'best',
          header: t('model.search.bestNdcg'),
          cell: (search) => format.number(best(search), 4),
          sort: best,
          numeric: true,
        },
        {
          key: 'minutes',
          header: t('model.search.minutes'),
          cell: ({ minutes }) => format.number(minutes, minutes % 1 === 0 ? 0 : 1),
          numeric: true,
        },
        {
          key: 'created',
          header: t('model.search.created'),
          cell: ({ created }) => (
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {format.dateTime(created)}
            </Text>
          ),
          sort: ({ created }) => created,
        },
      ]}
    />
  );
}
