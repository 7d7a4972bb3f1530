import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { useJob } from '../../../engine/use-job.ts';
import type { Run } from '../../../runs/run-facts.ts';

/** Computes user profiles with a model, or links to the map once they exist. */
export function ProfilesPanel({ run }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useJob('profile.compute');
  const done = run.profiles > 0;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Stack gap={2}>
            <Title order={2}>{t('model.run.profilesTitle')}</Title>
            <Text size="sm" c="dimmed">
              {done ? t('model.run.profilesDone', { users: format.number(run.profiles) }) : t('model.run.profilesText')}
            </Text>
          </Stack>
          {done ? (
            <Button
              component="a"
              size="xs"
              variant="default"
              href={hashOf('explore')}
              rightSection={<IconArrowRight size={15} aria-hidden />}
            >
              {t('model.run.toMap')}
            </Button>
          ) : (
            <Button size="xs" loading={job.active} onClick={() => job.start({ run: run.id })}>
              {t('terms.computeProfiles')}
            </Button>
          )}
        </Group>
        {job.error !== null && <ErrorNotice error={job.error} />}
        <JobStatus job={job.job} />
      </Stack>
    </Paper>
  );
}
