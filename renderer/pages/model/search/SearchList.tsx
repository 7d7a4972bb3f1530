import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Search } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { go } from '../../../base/use-route.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { Interrupted } from '../live/InterruptedJob.tsx';
import { SEARCHES, useInterrupted } from '../live/use-interrupted-job.ts';
import { LiveSearch } from './LiveSearch.tsx';
import { TrialsTable } from './TrialsTable.tsx';
import { useSearches } from './use-searches.ts';

/** The search that goes on, with what it has tried so far, and the ways to those of before. */
export function SearchList() {
  const { t } = useTranslation();
  const { searches = [], job } = useSearches();
  const stopped = useInterrupted(SEARCHES);
  const present = searches.find((search) => search.job !== null);
  if (searches.length === 0 && !job && !stopped.job) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('search.list')}>
      <Title order={2}>{t('search.list')}</Title>
      {stopped.job && <Interrupted job={stopped.job} onDismiss={stopped.dismiss} />}
      {job && <LiveSearch job={job} />}
      {present && present.trials.length > 0 && <TrialsTable search={present} />}
      {searches.length > 0 && <SearchesTable searches={searches} />}
    </Stack>
  );
}

function SearchesTable({ searches }: { searches: readonly Search[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = ({ job, ended, run }: Search) => {
    if (run !== null) return t('search.keptAs', { run });
    return t(ended ? 'search.keptNoMore' : job === null ? 'search.unended' : 'search.goesOn');
  };
  const best = ({ trials }: Search) => trials[0]?.ndcg10 ?? Number.NaN;
  return (
    <DataTable
      label={t('search.list')}
      rows={searches}
      rowKey={({ search }) => search}
      pageSize={5}
      onRowClick={({ search }) => go('model', null, { search })}
      columns={[
        {
          key: 'search',
          header: t('search.name'),
          cell: ({ search }) => (
            <Anchor
              size="sm"
              fw={500}
              href={hashOf('model', null, { search })}
              onClick={(event) => event.stopPropagation()}
            >
              {search}
            </Anchor>
          ),
        },
        { key: 'outcome', header: t('search.outcome'), cell: outcome },
        {
          key: 'trials',
          header: t('search.trials'),
          cell: ({ trials }) => format.number(trials.length),
          numeric: true,
        },
        {
          key: 'best',
          header: t('search.bestNdcg'),
          cell: (one) => format.number(best(one), 4),
          sort: best,
          numeric: true,
        },
        {
          key: 'minutes',
          header: t('search.minutes'),
          cell: ({ minutes }) => format.number(minutes, minutes % 1 === 0 ? 0 : 1),
          numeric: true,
        },
        {
          key: 'created',
          header: t('search.created'),
          cell: ({ created }) => (
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {format.moment(created)}
            </Text>
          ),
          sort: ({ created }) => created,
        },
      ]}
    />
  );
}
