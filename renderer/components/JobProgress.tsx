import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/contract/jobs.ts';
import { useFormat } from '../base/format.ts';
import { jobShare } from './job-share.ts';
import { amountText, kindText, stageText, unitText } from './job-texts.ts';
import { useRate } from './use-rate.ts';

interface JobProgressProps {
  job: Job;
  onCancel: () => void;
}

/** Progress of a running job: its stage, amount done, rate and remaining time. */
export function JobProgress({ job, onCancel }: JobProgressProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = useRate(job);
  const { progress, secondsLeft } = job;
  const waiting = job.state === 'queued';
  const unit = progress ? unitText(t, progress.unit) : '';
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{waiting ? t('jobs.states.queued') : stageText(t, job.kind, progress?.stage)}</Text>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('jobs.cancel')}
          </Button>
        </Group>
        <Progress value={100 * (jobShare(job) ?? 1)} animated={!progress} aria-label={kindText(t, job.kind)} />
        <Group justify="space-between" className="figures">
          <Text size="sm" c="dimmed">
            {progress && amountText(t, format, progress)}
          </Text>
          <Text size="sm" c="dimmed">
            {[
              rate !== null &&
                progress?.unit !== 'seconds' &&
                t('jobs.rate', { rate: format.number(rate, rate < 10 ? 1 : 0), unit }),
              secondsLeft !== null && t('jobs.left', { time: format.duration(secondsLeft) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}
