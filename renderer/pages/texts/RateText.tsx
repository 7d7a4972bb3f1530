import { Button, Group, Paper, Progress, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { call } from '../../engine/use-call.ts';
import { useAnswer } from '../../engine/use-job-query.ts';
import { type Explained, probabilityOf } from './effects.ts';
import { WordsPanel } from './WordsPanel.tsx';

const LONGEST = 10_000;

/** A typed text, the ratings that a run of texts would give it, and the words that account for them. */
export function RateText({ run }: { run: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<{ run: string; text: string } | null>(null);
  const { answer, error, job } = useAnswer('explain.text', asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked({ run, text: typed.trim() });
  };
  const waiting = asked !== null && !answer && error === null;
  // Another text may be rated meanwhile.
  const isAsked = asked?.text === typed.trim();
  return (
    <Paper withBorder p="md" component="section" aria-label={t('texts.rateTitle')}>
      <Stack gap="md">
        <form onSubmit={submit}>
          <Stack gap="sm">
            <div>
              <Title order={3} fz="md">
                {t('texts.rateTitle')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('texts.rateText')}
              </Text>
            </div>
            <Textarea
              label={t('texts.typed')}
              value={typed}
              maxLength={LONGEST}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autosize
              minRows={2}
              maxRows={8}
            />
            <Group>
              <Button type="submit" size="xs" disabled={typed.trim() === ''} loading={waiting && isAsked}>
                {t('texts.rate')}
              </Button>
            </Group>
          </Stack>
        </form>
        {waiting && job?.progress && (
          <JobProgress job={job} onCancel={() => call('jobs.cancel', { job: job.id }).catch(notifyError)} />
        )}
        {error !== null && <ErrorNotice error={error} />}
        {answer && (
          <Stack gap="md">
            <Ratings explained={answer} />
            <WordsPanel key={asked?.text} explained={answer} />
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}

function Ratings({ explained: { classes, logOdds } }: { explained: Explained }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap={4} maw={640} role="status" aria-label={t('texts.ratings')}>
      {classes.map((name, at) => {
        const probability = probabilityOf(logOdds[at] ?? Number.NaN);
        return (
          <Group key={name} gap="sm" wrap="nowrap">
            <Text size="sm" fw={600} w={70} truncate title={name}>
              {name}
            </Text>
            <Progress flex={1} value={100 * probability} aria-label={name} />
            <Text size="sm" fw={600} w={60} ta="right">
              {format.percent(probability)}
            </Text>
          </Group>
        );
      })}
      <Text size="sm" c="dimmed">
        {t('texts.calibrated')}
      </Text>
    </Stack>
  );
}
