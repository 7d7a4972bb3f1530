import { Button, Group, Paper, Progress, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { call } from '../../engine/use-call.ts';
import { useJobQuery } from '../../engine/use-job-query.ts';
import { probabilityOf, type TextExplanation } from './effects.ts';
import { WordsPanel } from './WordsPanel.tsx';

const MAX_LENGTH = 10_000;

/** Rates a typed text with a run, and shows the words that explain the rating. */
export function RateText({ run }: { run: string }) {
  const { t } = useTranslation();
  const [input, setInput] = useState('');
  const [request, setRequest] = useState<{ run: string; text: string } | null>(null);
  const { answer, error, job } = useJobQuery('explain.text', request);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRequest({ run, text: input.trim() });
  };
  const waiting = request !== null && !answer && error === null;
  // The text may have been edited since it was submitted.
  const isUnchanged = request?.text === input.trim();
  return (
    <Paper withBorder p="md" component="section" aria-label={t('texts.rateTitle')}>
      <Stack gap="md">
        <form onSubmit={submit}>
          <Stack gap="sm">
            <div>
              <Title order={2}>{t('texts.rateTitle')}</Title>
              <Text size="sm" c="dimmed">
                {t('texts.rateText')}
              </Text>
            </div>
            <Textarea
              label={t('texts.typed')}
              value={input}
              maxLength={MAX_LENGTH}
              onChange={(event) => setInput(event.currentTarget.value)}
              autosize
              minRows={2}
              maxRows={8}
            />
            <Group>
              <Button type="submit" size="xs" disabled={input.trim() === ''} loading={waiting && isUnchanged}>
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
            <Ratings explanation={answer} />
            <WordsPanel key={request?.text} explanation={answer} />
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}

function Ratings({ explanation: { classes, logOdds } }: { explanation: TextExplanation }) {
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
