import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconMessage2Search } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../../base/notify.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobProgress } from '../../../components/JobProgress.tsx';
import { queryClient } from '../../../engine/query-client.ts';
import { call, useCall } from '../../../engine/use-call.ts';
import { useAnswer } from '../../../engine/use-job-query.ts';
import { Described } from './TextProfile.tsx';

const LONGEST = 2000;

interface Asked {
  run: string;
  text: string;
}

/** What was asked last stays with the workspace's answers, for who looks at one of the users and comes back. */
const LAST = ['describe', 'last'];
queryClient.setQueryDefaults(LAST, { gcTime: Number.POSITIVE_INFINITY });

/** A sentence as somebody might say it, and the profile that a model makes of it; nothing while there is no model. */
export function DescribePanel() {
  const { t } = useTranslation();
  const runs = useCall('train.runs', {}).data?.runs.filter((run) => run.kind === 'behaviour') ?? [];
  const [asked, setAsked] = useState(() => queryClient.getQueryData<Asked>(LAST) ?? null);
  const [typed, setTyped] = useState(asked?.text ?? '');
  const [chosen, setChosen] = useState(asked?.run ?? null);
  const { answer, error, job } = useAnswer('text.profile', asked);
  const run = chosen ?? runs[0]?.id;
  if (run === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    const next = { run, text: typed.trim() };
    queryClient.setQueryData(LAST, next);
    setAsked(next);
  };
  const waiting = asked !== null && !answer && error === null;
  // Another sentence may be asked about meanwhile.
  const isAsked = asked?.text === typed.trim() && asked.run === run;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('describe.title')}>
      <Stack gap="sm">
        <div>
          <Title order={2}>{t('describe.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('describe.text')}
          </Text>
        </div>
        <form onSubmit={submit}>
          <Group align="flex-end" gap="sm" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('describe.sentence')}
              placeholder={t('describe.example')}
              value={typed}
              maxLength={LONGEST}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {runs.length > 1 && (
              <Select
                w={160}
                label={t('model.run')}
                data={runs.map(({ id, title }) => ({ value: id, label: title === '' ? id : title }))}
                value={run}
                onChange={setChosen}
                allowDeselect={false}
              />
            )}
            <Button
              type="submit"
              disabled={typed.trim() === ''}
              loading={waiting && isAsked}
              leftSection={<IconMessage2Search size={17} aria-hidden />}
            >
              {t('describe.find')}
            </Button>
          </Group>
        </form>
        {waiting && job?.progress && (
          <JobProgress job={job} onCancel={() => call('jobs.cancel', { job: job.id }).catch(notifyError)} />
        )}
        {error !== null && <ErrorNotice error={error} />}
        {answer && <Described profile={answer} />}
      </Stack>
    </Paper>
  );
}
