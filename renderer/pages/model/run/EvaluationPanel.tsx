import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { useJob } from '../../../engine/use-job.ts';
import type { Run } from '../RunsTable.tsx';
import { EvaluationTable } from './EvaluationTable.tsx';
import { VerdictBadge } from './VerdictBadge.tsx';
import { verdictOf } from './verdict.ts';

/** Whether a run knows more than what is popular, in words and in figures. */
export function EvaluationPanel({ run }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useJob('train.evaluate');
  const { evaluation } = run;
  const verdict = evaluation && verdictOf(evaluation);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={3} fz="md">
            {t('model.evaluation')}
          </Title>
          <Button
            size="xs"
            variant={evaluation ? 'default' : 'filled'}
            disabled={job.active}
            onClick={() => job.start({ run: run.id })}
          >
            {t(evaluation ? 'model.evaluateAgain' : 'model.evaluate')}
          </Button>
        </Group>
        {evaluation && verdict ? (
          <>
            <Group gap="sm">
              <VerdictBadge evaluation={evaluation} size="lg" />
              <Text size="sm" c="dimmed">
                {t('model.ranked', {
                  users: format.number(evaluation.users),
                  candidates: format.number(evaluation.candidates),
                })}
              </Text>
            </Group>
            <Text size="sm">
              {t(verdict.beats ? 'model.beatsText' : 'model.losesText', {
                model: format.number(verdict.model, 4),
                popularity: format.number(verdict.popularity, 4),
              })}
            </Text>
            <EvaluationTable evaluation={evaluation} />
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('model.evaluationText')}
          </Text>
        )}
        {job.error !== null && <ErrorNotice error={job.error} />}
        <JobStatus job={job.job} />
      </Stack>
    </Paper>
  );
}
