import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isActive, type Job } from '../../../shared/contract/jobs.ts';
import { hashOf } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { useAction } from '../../engine/use-action.ts';
import { engine } from '../../engine/use-call.ts';
import classes from './home.module.css';
import type { NextAction } from './next-action.ts';

interface NextActionCardProps {
  action: NextAction;
  /** The newest run trained on behaviour; null if there is none. */
  run: string | null;
  /** All jobs, the newest first. */
  jobs: readonly Job[];
}

/** The page that each action opens; the remaining actions start a job. */
const addresses: Readonly<Partial<Record<NextAction, string>>> = {
  import: hashOf('data'),
  train: hashOf('models', null, { new: 'behaviour' }),
  segments: hashOf('explore'),
  renewModel: hashOf('models', null, { new: 'behaviour' }),
  explore: hashOf('explore'),
};

/** The next action with its button; while a job runs, its progress. */
export function NextActionCard({ action, run, jobs }: NextActionCardProps) {
  const { t } = useTranslation();
  const job = jobs.find(({ state }) => state === 'running') ?? jobs.find(isActive);
  const starting = useAction(() => start(action, run));
  if (job) return <JobStatus job={job} />;
  const label = t(`home.next.${action}.label`);
  const address = addresses[action];
  const icon = <IconArrowRight size={16} aria-hidden />;
  return (
    <Paper withBorder px="lg" py="md" component="section" aria-label={t('home.next.title')} className={classes.next}>
      <Group justify="space-between">
        <Stack gap={2} flex="1 1 260px">
          <Title order={2}>{t('home.next.title')}</Title>
          <Text c="dimmed">{t(`home.next.${action}.text`)}</Text>
        </Stack>
        {address ? (
          <Button component="a" href={address} rightSection={icon}>
            {label}
          </Button>
        ) : (
          <Button loading={starting.busy} rightSection={icon} onClick={() => void starting.start()}>
            {label}
          </Button>
        )}
      </Group>
      {starting.error !== null && <ErrorNotice error={starting.error} />}
    </Paper>
  );
}

/** Starts the job that computes the profiles of a run, or its map, with default settings. */
async function start(action: NextAction, run: string | null): Promise<void> {
  if (run === null) return;
  if (action === 'profiles' || action === 'renewProfiles') {
    await engine().start('profile.compute', { run });
  } else {
    await engine().start('map.compute', { run });
    navigate('explore');
  }
}
