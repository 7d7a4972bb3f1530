import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { hashOf } from '../base/route.ts';
import { kindText } from '../components/job-texts.ts';
import { activeJob, useJobs } from '../engine/jobs-store.ts';

/** The newest active job; visible on every page. */
export function RunningJob() {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useJobs((state) => activeJob(state.byId));
  if (!job) return null;
  const share = job.progress && job.progress.total > 0 ? job.progress.done / job.progress.total : null;
  return (
    <Anchor href={hashOf('jobs')} underline="never" c="inherit">
      <Stack gap={6} px={12}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {kindText(t, job.kind)}
          </Text>
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {job.secondsLeft !== null && format.duration(job.secondsLeft)}
          </Text>
        </Group>
        <Progress
          size={4}
          value={share === null ? 100 : 100 * share}
          animated={share === null}
          aria-label={kindText(t, job.kind)}
        />
      </Stack>
    </Anchor>
  );
}
