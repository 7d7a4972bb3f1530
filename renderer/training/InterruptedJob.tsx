import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPauseFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/contract/jobs.ts';
import { messageOf } from '../base/message-of.ts';
import { notifyError } from '../base/notify.tsx';
import { hashOf } from '../base/route.ts';
import { call } from '../engine/use-call.ts';

interface InterruptedJobProps {
  /** A training or a hyperparameter search. */
  job: Job;
  onDismiss: () => void;
}

/** Notice of an interrupted job, with the button to resume it. */
export function InterruptedJob({ job, onDismiss }: InterruptedJobProps) {
  const { t } = useTranslation();
  const failed = job.state === 'failed';
  const { message, hint } = messageOf(job.error, t);
  const { kind, progress } = job;
  const textGroup = kind === 'train.search' ? 'training.search' : 'training';
  const share = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
  return (
    <Alert
      color={failed ? 'red' : 'gray'}
      role={failed ? 'alert' : 'status'}
      icon={<IconPlayerPauseFilled />}
      title={failed ? message : t(`${textGroup}.stopped`, { percent: share })}
    >
      <Text size="sm">{failed ? hint : t(`${textGroup}.stoppedText`)}</Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" onClick={() => call('jobs.resume', { job: job.id }).catch(notifyError)}>
          {t('training.resume')}
        </Button>
        <Button size="xs" variant="default" onClick={onDismiss}>
          {t('training.leave')}
        </Button>
        <Button size="xs" variant="subtle" component="a" href={hashOf('jobs', job.id)}>
          {t('jobs.log')}
        </Button>
      </Group>
    </Alert>
  );
}
