import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { hashOf } from '../../../app/route.ts';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { TrialsTable } from './TrialsTable.tsx';
import { useSearches } from './use-searches.ts';

/** The search that goes on, with what it has tried so far, and the ways to those of before. */
export function SearchList() {
  const { t } = useTranslation();
  const format = useFormat();
  const { searches = [], job, active } = useSearches();
  const [newest] = searches;
  if (searches.length === 0 && !active) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('search.list')}>
      <Title order={2}>{t('search.list')}</Title>
      <JobStatus job={job} />
      {active && newest && newest.run === null && newest.trials.length > 0 && <TrialsTable search={newest} />}
      {searches.length > 0 && (
        <Paper withBorder p="md">
          <Stack gap={4}>
            {searches.map(({ search, created, trials, run }) => (
              <Group key={search} gap="md">
                <Anchor size="sm" fw={500} href={hashOf('model', null, { search })}>
                  {search}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {[
                    format.moment(created),
                    t('search.count', { count: trials.length }),
                    run === null ? t('search.unended') : t('search.keptAs', { run }),
                  ].join(' · ')}
                </Text>
              </Group>
            ))}
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}
