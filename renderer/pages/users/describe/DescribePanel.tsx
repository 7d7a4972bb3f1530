import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconMessage2Search } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../../base/notify.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobProgress } from '../../../components/JobProgress.tsx';
import { queryClient } from '../../../engine/query-client.ts';
import { call, useCall } from '../../../engine/use-call.ts';
import { useJobQuery } from '../../../engine/use-job-query.ts';
import { isBehaviourRun, runTitle } from '../../../runs/run-facts.ts';
import { TextProfile } from './TextProfile.tsx';

const MAX_LENGTH = 2000;

interface ProfileQuery {
  run: string;
  text: string;
}

/** Cache key of the last query, which is shown again after a visit to another page. */
const LAST_QUERY_KEY = ['describe', 'last'];
queryClient.setQueryDefaults(LAST_QUERY_KEY, { gcTime: Number.POSITIVE_INFINITY });

/**
 * Form for a description in natural language, and the profile that a model derives from it; renders nothing without a
 * behaviour run.
 */
export function DescribePanel() {
  const { t } = useTranslation();
  const runs = useCall('train.runs', {}).data?.runs.filter(isBehaviourRun) ?? [];
  const [query, setQuery] = useState(() => queryClient.getQueryData<ProfileQuery>(LAST_QUERY_KEY) ?? null);
  const [sentence, setSentence] = useState(query?.text ?? '');
  const [selectedRun, setSelectedRun] = useState(query?.run ?? null);
  const { answer, error, job } = useJobQuery('text.profile', query);
  const run = selectedRun ?? runs[0]?.id;
  if (run === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sentence.trim() === '') return;
    const nextQuery = { run, text: sentence.trim() };
    queryClient.setQueryData(LAST_QUERY_KEY, nextQuery);
    setQuery(nextQuery);
  };
  const waiting = query !== null && !answer && error === null;
  // The sentence or the run may have changed since the last submission.
  const isSubmitted = query?.text === sentence.trim() && query.run === run;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('users.describe.title')}>
      <Stack gap="sm">
        <div>
          <Title order={2}>{t('users.describe.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('users.describe.text')}
          </Text>
        </div>
        <form onSubmit={submit}>
          <Group align="flex-end" gap="sm" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('users.describe.sentence')}
              placeholder={t('users.describe.example')}
              value={sentence}
              maxLength={MAX_LENGTH}
              onChange={(event) => setSentence(event.currentTarget.value)}
            />
            {runs.length > 1 && (
              <Select
                w={160}
                label={t('terms.run')}
                data={runs.map(({ id, title }) => ({ value: id, label: runTitle({ id, title }) }))}
                value={run}
                onChange={setSelectedRun}
                allowDeselect={false}
              />
            )}
            <Button
              type="submit"
              disabled={sentence.trim() === ''}
              loading={waiting && isSubmitted}
              leftSection={<IconMessage2Search size={17} aria-hidden />}
            >
              {t('users.describe.find')}
            </Button>
          </Group>
        </form>
        {waiting && job?.progress && (
          <JobProgress job={job} onCancel={() => call('jobs.cancel', { job: job.id }).catch(notifyError)} />
        )}
        {error !== null && <ErrorNotice error={error} />}
        {answer && <TextProfile profile={answer} />}
      </Stack>
    </Paper>
  );
}
